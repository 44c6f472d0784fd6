// What is started for a play, and ended with it: the adapter, the Playground, the browser.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { chromium } from "playwright-core";

const LONGEST = 60_000;
const ended = [];

/** Ends all of it, the last first. */
export async function end() {
  for (const one of ended.splice(0).reverse()) {
    await one().catch((problem) => console.warn(problem.message));
  }
}

/** A port of this machine on which nobody listens. */
export function freePort() {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

function gone(child) {
  return new Promise((done) =>
    child.exitCode !== null || child.signalCode !== null ? done() : child.once("exit", done)
  );
}

/** Asks it to end, and after a while doesn't ask. */
async function stop(child, ask) {
  ask();
  const force = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await gone(child);
  clearTimeout(force);
}

/**
 * Starts the adapter with nobody asked who they are, which it does for this machine only.
 * What it logs goes into adapter.log.
 */
export async function adapter(classpath, folder, playgroundPort) {
  const port = await freePort();
  const child = spawn(
    process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java",
    [
      "-Xmx256m",
      "-Dfile.encoding=UTF-8",
      "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider",
      "-classpath",
      classpath,
      "dev.pushback.teams.PlaygroundMain",
    ],
    {
      stdio: ["pipe", "pipe", "pipe"],
      env: {
        PATH: process.env.PATH,
        TEAMS_PLAYGROUND: "yes",
        TEAMS_SERVICE_HOSTS: `localhost:${playgroundPort}`,
        PUSHBACK_PORT: String(port),
        PUSHBACK_DB: join(folder, "pushback.db"),
        PUSHBACK_KEY: randomBytes(32).toString("base64"),
      },
    }
  );
  ended.push(() => stop(child, () => child.stdin.end()));
  child.stdout.pipe(createWriteStream(join(folder, "adapter.log")));
  const said = createInterface({ input: child.stderr });
  const hears = (what) =>
    new Promise((heard, failed) => {
      const hear = (line) => {
        const match = line.match(what);
        if (match) {
          off();
          heard(match[1]);
        } else {
          console.log(`adapter: ${line}`);
        }
      };
      const fail = () => {
        off();
        failed(new Error(`the adapter didn't say ${what}`));
      };
      const late = setTimeout(fail, LONGEST);
      const off = () => {
        clearTimeout(late);
        said.off("line", hear);
        child.off("exit", fail);
      };
      said.on("line", hear);
      child.once("exit", fail);
    });
  await hears(/^port (\d+)$/);
  return {
    port,
    pid: child.pid,
    /** Moves its clock, such as "3 working days later"; how many things came up. */
    async passes(time) {
      const heard = hears(/^brought up (\d+)$/);
      child.stdin.write(`${time}\n`);
      return Number(await heard);
    },
  };
}

/** Starts the Playground, which knows of the adapter; its log is in playground.log. */
export async function playground(cli, folder, port, adapterPort) {
  const child = spawn(
    process.execPath,
    [
      cli,
      "start",
      ...["-e", `http://127.0.0.1:${adapterPort}/api/messages`],
      ...["-c", "msteams"],
      ...["-p", String(port)],
      "--disable-telemetry",
    ],
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"], env: { PATH: process.env.PATH, BROWSER: "none", TZ: "UTC" } }
  );
  ended.push(() => stop(child, () => child.kill()));
  const log = createWriteStream(join(folder, "playground.log"));
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const url = `http://localhost:${port}`;
  for (const until = Date.now() + LONGEST; ; ) {
    const up = await fetch(url).then((answer) => answer.ok, () => false);
    if (up) {
      return url;
    }
    if (Date.now() > until || child.exitCode !== null) {
      throw new Error("the Playground didn't start; see playground.log");
    }
    await new Promise((later) => setTimeout(later, 200));
  }
}

/** Opens a page that is as tall as a long card. */
export async function page(url) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  ended.push(() => browser.close());
  const one = await browser.newPage({
    viewport: { width: 1280, height: 1400 },
    timezoneId: "UTC",
    locale: "en-GB",
  });
  one.setDefaultTimeout(15_000);
  await one.goto(url);
  return one;
}
