// Draws one card in a browser, with colours, sizes and spaces near those of Teams. render.mjs calls it.
const LIGHT = { page: "#f5f5f5", card: "#ffffff", text: "#242424", pale: "#616161", box: "#f0f0f0", accent: "#5b5fc7", line: "#e0e0e0", brand: "#5b5fc7", bad: "#c4314b" };
const DARK = { page: "#141414", card: "#292929", text: "#ffffff", pale: "#adadad", box: "#3d3d3d", accent: "#7f85f5", line: "#424242", brand: "#5b5fc7", bad: "#e37d80" };

function hostConfig(c) {
  const pair = (one, two) => ({ default: one, subtle: two ?? one });
  const foregroundColors = { default: pair(c.text, c.pale), accent: pair(c.accent), attention: pair(c.bad), good: pair("#237b4b"), warning: pair("#835c00"), dark: pair(c.text), light: pair(c.pale) };
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors });
  return new AdaptiveCards.HostConfig({
    fontFamily: "Segoe UI, Liberation Sans, Arial, sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 12 },
    separator: { lineThickness: 1, lineColor: c.line },
    containerStyles: { default: style(c.card), emphasis: style(c.box), accent: style(c.accent) },
    actions: { maxActions: 6, spacing: "Default", buttonSpacing: 8, actionsOrientation: "Horizontal", actionAlignment: "Left" },
    inputs: { label: { requiredInputs: { suffix: " *", suffixColor: "Attention" }, optionalInputs: {} }, errorMessage: { color: "Attention" } },
  });
}

const markdown = window.markdownit();
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

// Gives back what is wrong with the card by the renderer's own tables.
window.draw = (golden, theme) => {
  const dialog = golden.task?.value;
  const json = dialog ? dialog.card.content : golden;
  const colours = theme === "dark" ? DARK : LIGHT;
  for (const [name, value] of Object.entries(colours)) {
    document.documentElement.style.setProperty("--" + name, value);
  }
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = hostConfig(colours);
  card.parse(json, context);
  if (dialog) {
    const header = document.createElement("header");
    header.textContent = dialog.title;
    document.getElementById("card").append(header);
  }
  document.getElementById("card").append(card.render());
  const events = [];
  for (let i = 0; i < context.eventCount; i++) {
    events.push(context.getEventAt(i).message);
  }
  return [...events, ...card.validateProperties().validationEvents.map((event) => event.message)];
};
