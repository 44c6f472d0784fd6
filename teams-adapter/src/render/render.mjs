// Draws every Adaptive Card golden into target/render: light, dark and narrow.
//   node render.mjs [the beginning of a name ...]
// CHROMIUM says where the browser is, if not at /usr/bin/chromium.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const goldens = process.env.CARDS ?? join(here, "../../../bot-core/src/test/resources/cards");
const out = join(here, "../../target/render");
const LOOKS = { light: ["light", 720], dark: ["dark", 720], narrow: ["light", 360] };
const DRAWS = ["adaptivecards/dist/adaptivecards.min.js", "markdown-it/dist/markdown-it.min.js"];

mkdirSync(out, { recursive: true });
for (const file of DRAWS) {
  copyFileSync(join(here, "node_modules", file), join(out, file.replace(/.*\//, "")));
}
copyFileSync(join(here, "host.js"), join(out, "host.js"));
copyFileSync(join(here, "frame.css"), join(out, "frame.css"));
const page_ = join(out, "page.html");
writeFileSync(
  page_,
  '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="frame.css"><div id="card"></div>' +
    '<script src="adaptivecards.min.js"></script><script src="markdown-it.min.js"></script><script src="host.js"></script>'
);

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
try {
  const wanted = process.argv.slice(2);
  const names = readdirSync(goldens)
    .filter((file) => file.endsWith(".teams.json"))
    .map((file) => file.replace(".teams.json", ""))
    .filter((name) => wanted.length === 0 || wanted.some((some) => name.startsWith(some)));
  let complaints = 0;
  for (const name of names) {
    const card = JSON.parse(readFileSync(join(goldens, name + ".teams.json"), "utf8"));
    for (const [look, [theme, width]] of Object.entries(LOOKS)) {
      const page = await browser.newPage({ viewport: { width, height: 400 } });
      page.on("pageerror", (error) => {
        throw error;
      });
      await page.goto(pathToFileURL(page_).href);
      const wrong = await page.evaluate(([one, how]) => window.draw(one, how), [card, theme]);
      wrong.forEach((one) => console.warn(`${name}: ${one}`));
      complaints += wrong.length;
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) {
        console.warn(`${name} is ${wide - width} pixels too wide when ${look}`);
      }
      await page.screenshot({ path: join(out, `${name}.${look}.png`), fullPage: true });
      await page.close();
    }
  }
  console.log(`${names.length} cards in ${out}`);
  process.exitCode = complaints > 0 ? 1 : 0;
} finally {
  await browser.close();
}
