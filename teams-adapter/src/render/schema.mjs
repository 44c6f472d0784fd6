// Writes the JSON schema of Adaptive Cards 1.5 that the tests use, as far as we use it, from the tables by which
// Microsoft's own renderer reads cards: npm adaptivecards, MIT. What we don't use is refused.
//   npm install && node schema.mjs
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const AC = require("adaptivecards/dist/adaptivecards.js");
const version = JSON.parse(readFileSync(join(here, "node_modules/adaptivecards/package.json"), "utf8")).version;

const ref = (name) => ({ $ref: "#/definitions/" + name });
const list = (items) => ({ type: "array", items });
const ELEMENTS = ["ActionSet", "ColumnSet", "Container", "Input.ChoiceSet", "Input.Text", "RichTextBlock", "TextBlock"];
const ACTIONS = ["Action.Execute", "Action.Submit"];

const STYLE = { enum: ["default", "emphasis", "accent", "good", "attention", "warning"] };
const INPUTS = { enum: ["auto", "none"] };

// What an element reads by itself, and not by its table.
const BY_HAND = {
  AdaptiveCard: {
    $schema: { type: "string" },
    version: { const: "1.5" },
    body: list(ref("element")),
    actions: list(ref("action")),
    msteams: { type: "object", properties: { width: { const: "Full" } }, additionalProperties: false },
  },
  Container: { items: list(ref("element")), style: STYLE },
  ColumnSet: { columns: list(ref("Column")), style: STYLE },
  Column: {
    items: list(ref("element")),
    style: STYLE,
    width: { type: ["string", "number"], pattern: "^(auto|stretch|\\d+px|\\d+)$" },
  },
  RichTextBlock: { inlines: { type: "array", minItems: 1, items: { anyOf: [{ type: "string" }, ref("TextRun")] } } },
  ActionSet: { actions: { type: "array", minItems: 1, items: ref("action") } },
  "Action.Submit": { data: { type: ["object", "string"] }, associatedInputs: INPUTS, fallback: ref("action") },
  "Action.Execute": { data: { type: ["object", "string"] }, associatedInputs: INPUTS, fallback: ref("action") },
  "Input.ChoiceSet": { choices: list(ref("Input.Choice")) },
};
const NOT_OF_A_RUN = ["id", "isVisible", "separator", "height", "horizontalAlignment", "spacing"];
const REQUIRED = {
  AdaptiveCard: ["type", "version", "body", "fallbackText"],
  Container: ["items"],
  Column: ["items"],
  TextBlock: ["text"],
  TextRun: ["text"],
  RichTextBlock: ["inlines"],
  ActionSet: ["actions"],
  "Action.Submit": ["title"],
  "Action.Execute": ["title", "verb"],
  "Input.Text": ["id"],
  "Input.ChoiceSet": ["id", "choices"],
  "Input.Choice": ["title", "value"],
};

function spellings(value) {
  const text = String(value);
  return [text.charAt(0).toLowerCase() + text.slice(1), text.charAt(0).toUpperCase() + text.slice(1)];
}

function type(property) {
  switch (property.constructor.name) {
    case "StringProperty":
      return { type: "string" };
    case "BoolProperty":
      return { type: "boolean" };
    case "NumProperty":
      return { type: "number" };
    case "ValueSetProperty":
      return { enum: property.values.flatMap(({ value, targetVersion }) => (soon(targetVersion) ? [] : [value])) };
    case "EnumProperty":
      return {
        enum: property.values.flatMap(({ value, targetVersion }) =>
          soon(targetVersion) ? [] : spellings(property.enumType[value])
        ),
      };
    default:
      return undefined;
  }
}

function soon(target) {
  return target !== undefined && target.compareTo(AC.Versions.v1_5) > 0;
}

function definition(name, make) {
  const schema = make().getSchema();
  const properties = { type: { const: name } };
  for (let i = 0; i < schema.getCount(); i++) {
    const property = schema.getItemAt(i);
    const known = type(property);
    if (known !== undefined && !soon(property.targetVersion) && property.name !== "type") {
      properties[property.name] = known;
    }
  }
  if (name === "Input.Choice") {
    delete properties.type;
  }
  if (name === "TextRun") {
    NOT_OF_A_RUN.forEach((one) => delete properties[one]);
  }
  Object.assign(properties, BY_HAND[name]);
  const needs = name === "Input.Choice" || name === "AdaptiveCard" ? [] : ["type"];
  const required = [...needs, ...(REQUIRED[name] ?? [])];
  return { type: "object", properties, required, additionalProperties: false };
}

const one = (name) => AC.GlobalRegistry.defaultElements.findByName(name) ?? AC.GlobalRegistry.defaultActions.findByName(name);
const definitions = {
  // By the type alone, so that a complaint names what is wrong and not every other type.
  element: { type: "object", required: ["type"], allOf: chosen(ELEMENTS) },
  action: { type: "object", required: ["type"], allOf: chosen(ACTIONS) },
  AdaptiveCard: definition("AdaptiveCard", () => new AC.AdaptiveCard()),
  Column: definition("Column", () => new AC.Column()),
  TextRun: definition("TextRun", () => new AC.TextRun()),
  "Input.Choice": definition("Input.Choice", () => new AC.Choice()),
};
for (const name of [...ELEMENTS, ...ACTIONS]) {
  definitions[name] = definition(name, () => new (one(name).objectType)());
}

function chosen(names) {
  return [
    { properties: { type: { enum: names } } },
    ...names.map((name) => ({ if: { properties: { type: { const: name } } }, then: ref(name) })),
  ];
}

const schema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $comment:
    `Adaptive Cards 1.5, as far as we use it. Written by src/render/schema.mjs from npm adaptivecards ${version}, ` +
    "Copyright (c) Microsoft Corporation, MIT licence.",
  ...ref("AdaptiveCard"),
  definitions,
};
delete schema.$ref;
schema.allOf = [ref("AdaptiveCard")];
const file = join(here, "../test/resources/adaptive-card-1.5.schema.json");
writeFileSync(file, JSON.stringify(schema, null, 2) + "\n");
console.log(file);
