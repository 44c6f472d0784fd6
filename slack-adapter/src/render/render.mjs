// Draws every Block Kit golden into target/render: light, dark and narrow.
//   node render.mjs [the beginning of a name ...]
// CHROMIUM says where the browser is, if not at /usr/bin/chromium.
import { readdirSync, readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const goldens = join(here, "../../../bot-core/src/test/resources/cards");
const out = join(here, "../../target/render");
const LOOKS = { light: ["light", 680], dark: ["dark", 680], narrow: ["light", 340] };

mkdirSync(out, { recursive: true });
await build({
  entryPoints: [join(here, "app.jsx")],
  outfile: join(out, "app.js"),
  bundle: true,
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "error",
});
const page_ = join(out, "page.html");
writeFileSync(
  page_,
  '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="app.css">' +
    '<div id="card"></div><script src="app.js"></script>'
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
    .filter((file) => file.endsWith(".slack.json"))
    .map((file) => file.replace(".slack.json", ""))
    .filter((name) => wanted.length === 0 || wanted.some((some) => name.startsWith(some)));
  for (const name of names) {
    const card = JSON.parse(readFileSync(join(goldens, name + ".slack.json"), "utf8"));
    for (const [look, [theme, width]] of Object.entries(LOOKS)) {
      const page = await browser.newPage({ viewport: { width, height: 400 } });
      page.on("pageerror", (error) => {
        throw error;
      });
      await page.goto(pathToFileURL(page_).href);
      await page.evaluate(([one, how]) => window.draw(one, how), [card, theme]);
      await page.waitForTimeout(150);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) {
        console.warn(`${name} is ${wide - width} pixels too wide when ${look}`);
      }
      await page.screenshot({ path: join(out, `${name}.${look}.png`), fullPage: true });
      await page.close();
    }
  }
  console.log(`${names.length} cards in ${out}`);
} finally {
  await browser.close();
}
