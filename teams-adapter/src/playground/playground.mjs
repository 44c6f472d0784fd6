// Talks with the adapter in Microsoft's Agents Playground, as one would in Teams, and takes pictures
// of it into target/playground. Fails if it doesn't see what it should.
//   node playground.mjs <class path of the tests>
// CHROMIUM says where the browser is, if not at /usr/bin/chromium.
//
// The Playground is Microsoft's and has a licence of its own: it may be used to evaluate it, and not be
// passed on. It is fetched from npm when this is run, and is no part of this project.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";
import { adapter, end, freePort, page as open, playground } from "./processes.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, "../../target/playground");
const cli = join(here, "node_modules/@microsoft/m365agentsplayground/cli.js");
const MOST_MEGABYTES = 300;

/** What the coach shows; the lists beside it and the log are none of it. */
const CARD = ".ac-adaptiveCard";

let page;
let pictures = 0;

const card = () => page.locator(CARD).last();

/** The last card says so, before long. */
async function see(...texts) {
  for (const text of texts) {
    await page
      .waitForFunction(
        ([selector, wanted]) =>
          [...document.querySelectorAll(selector)].at(-1)?.innerText.includes(wanted),
        [CARD, text]
      )
      .catch(async () => {
        throw new Error(`"${text}" isn't on the card:\n${await card().innerText().catch(() => "none")}`);
      });
  }
}

/** It isn't on any card. */
async function dontSee(text) {
  if ((await page.locator(CARD).filter({ hasText: text }).count()) > 0) {
    throw new Error(`"${text}" is on a card`);
  }
}

/** The words to send, which can be changed in a dialog. */
const wordsOf = () => card().locator("textarea").first().inputValue();

/** A line in the conversation itself says so. */
async function read(text) {
  await page.getByText(text, { exact: true }).last().waitFor();
}

async function picture(name) {
  pictures++;
  const file = `${String(pictures).padStart(2, "0")}-${name}.png`;
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(folder, file), animations: "disabled" });
  console.log(file);
}

const composeBox = () => page.locator('div[contenteditable="true"]').first();

async function say(text) {
  await composeBox().click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

async function press(label) {
  await card().getByRole("button", { name: label, exact: true }).click();
}

async function fill(label, text) {
  await card().getByLabel(label, { exact: true }).fill(text);
}

async function go(where) {
  await page.getByRole("treeitem", { name: where, exact: true }).click();
}

/** Somebody else writes in the group. The Playground shows whatever comes from outside as the bot's. */
async function theyWrite(url, text) {
  const answer = await fetch(`${url}/_connector/v3/conversations/group-chat-id/activities`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ type: "message", text, conversation: { id: "group-chat-id" } }),
  });
  if (!answer.ok) {
    throw new Error(`the Playground answered ${answer.status}`);
  }
  await read(text);
}

async function chat() {
  await see("Welcome", "Get words to send");
  await picture("welcome");
  await say("they want the kick-off in February, we need April");
  await see("round 1, steady", "Send:", "February", "April", "When to stop");
  await picture("script");
  await press("Firmer");
  await see("round 1, firm");
  await dontSee("round 1, steady");
  await picture("firmer-in-its-place");
  await say("help");
  await see("What you wait for", "track the signed NDA with Rivera by Friday");
  await picture("help");
  await say("facts");
  await see("What you'd like", "Give me the words");
  await fill("Why", "we're still hiring");
  await fill("With whom", "Rivera");
  await picture("facts");
  await press("Give me the words");
  await see("We're still hiring");
  await picture("facts-in-the-words");
}

async function atAMessage(url) {
  await go("Project Iris");
  await theyWrite(url, "We'd like the final draft by Monday.");
  await page.getByRole("button", { name: "Show more information" }).last().click();
  await page.getByRole("menuitem", { name: "Action Command" }).click();
  await page.getByPlaceholder("Input command id or leave blanks").fill("pushBackOnThis");
  await picture("action-at-a-message");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await see("What they said or want", "Give me the words");
  const theirs = await card().getByLabel("What they said or want", { exact: true }).inputValue();
  if (theirs !== "We'd like the final draft by Monday.") {
    throw new Error("the dialog hasn't read their message");
  }
  await picture("dialog-has-read-it");
  await fill("What you'd like", "the final draft on Thursday");
  await fill("Why", "two chapters are still being checked");
  await press("Give me the words");
  await see("Put it into my message");
  const steady = await wordsOf();
  await picture("dialog-words");
  await press("Firmer");
  await page.waitForFunction(
    ([selector, before]) => {
      const words = [...document.querySelectorAll(selector)].at(-1)?.querySelector("textarea")?.value;
      return words && words !== before;
    },
    [CARD, steady]
  );
  await picture("dialog-firmer");
  const words = await wordsOf();
  await card().getByRole("button", { name: "Put it into my message", exact: true }).first().click();
  await see(words.slice(0, 30));
  await picture("compose-box");
  await page.getByRole("button", { name: "Send Message" }).click();
  await see(words.slice(0, 30));
  await picture("sent-by-the-person");
}

async function mentioned() {
  await go("Project Iris");
  const before = await page.locator(CARD).count();
  await composeBox().click();
  await page.keyboard.type("@push");
  await page.getByRole("menuitem", { name: "pushback" }).click();
  await page.keyboard.type(" the client wants the report in March, we need May");
  await page.keyboard.press("Enter");
  await read("I've written to you privately.");
  if ((await page.locator(CARD).count()) !== before) {
    throw new Error("there is a card of the coach where all can read");
  }
  await picture("mention-told-where");
  await go("Personal Chat");
  await see("round 1", "the report", "May");
  await picture("mention-answered-in-private");
}

async function nudged(adapterRuns) {
  await say("track the signed NDA with Rivera by tomorrow");
  await see("On your list");
  await picture("tracked");
  await say("waiting");
  await see("NDA");
  await picture("waiting");
  const count = await adapterRuns.passes("3 working days later");
  if (count === 0) {
    throw new Error("nothing came up");
  }
  await see("A follow-up is due", "NDA", "They answered");
  await picture("nudge");
  await press("They answered");
  await see("It came", "A thank-you");
  await picture("thank-you");
}

/** What people wrote isn't in the log, which complains of nothing; and the adapter is small. */
function watch(pid) {
  const log = readFileSync(join(folder, "adapter.log"), "utf8");
  const word = log.match(/\b(kick-off|February|draft|Thursday|Rivera|NDA|hiring|report|Ada|Iris)\b/);
  if (word) {
    throw new Error(`the adapter's log says ${word[0]}`);
  }
  const faults = log.split("\n").filter((line) => /"level":"(WARN|ERROR)"/.test(line));
  if (faults.length > 0) {
    throw new Error(`the adapter complains:\n${faults.join("\n")}`);
  }
  const status = `/proc/${pid}/status`;
  if (existsSync(status)) {
    const megabytes = Number(readFileSync(status, "utf8").match(/VmRSS:\s+(\d+) kB/)[1]) / 1024;
    console.log(`the adapter holds ${megabytes.toFixed(0)} MB`);
    if (megabytes > MOST_MEGABYTES) {
      throw new Error("that is too much");
    }
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
copyFileSync(join(here, "organisation.yml"), join(folder, ".m365agentsplayground.yml"));
try {
  const port = await freePort();
  const running = await adapter(process.argv[2], folder, port);
  const url = await playground(cli, folder, port, running.port);
  page = await open(url);
  await page.getByRole("button", { name: "Hide log panel" }).click();
  await chat();
  await atAMessage(url);
  await mentioned();
  await nudged(running);
  watch(running.pid);
  console.log(`${pictures} pictures in ${folder}`);
} catch (problem) {
  console.error(problem.message);
  if (page) {
    await page.screenshot({ path: join(folder, "failed.png") }).catch(() => {});
  }
  process.exitCode = 1;
} finally {
  await end();
}
