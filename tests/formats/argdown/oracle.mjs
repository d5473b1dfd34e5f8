// Reads a JSON list of Argdown texts from standard input with @argdown/core, and writes what it
// makes of each: {refused: reason} or its statements, arguments, relations and map edges.
//
// node oracle.mjs FOLDER, where FOLDER/node_modules/@argdown/core is installed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const entry = join(process.argv[2], "node_modules/@argdown/core/dist/index.js");
const loaded = await import(pathToFileURL(entry));
const core = loaded.ParserPlugin ? loaded : loaded.default;
const PLUGINS = {
  "parse-input": ["Parser"],
  "build-model": ["Data", "Model", "ExplodeArguments", "Regroup"],
  "build-map": ["Preselection", "StatementSelection", "ArgumentSelection", "Map"],
};
const argdown = new core.ArgdownApplication();
for (const [step, names] of Object.entries(PLUGINS))
  for (const name of names) argdown.addPlugin(new core[`${name}Plugin`](), step);
const STEPS = Object.keys(PLUGINS);

const node = (each) => [each.type === "argument-map-node" ? "argument" : "statement", each.title];
const end = (each) =>
  each.type === "inference"
    ? ["inference", each.argumentTitle, each.conclusionIndex]
    : [each.type === "argument" ? "argument" : "statement", each.title];
const member = (each) => [
  each.role ?? null, each.title, each.text ?? null, [...(each.tags ?? [])].sort(),
  !!each.isReference,
];
const group = (section) => {
  const titles = [];
  for (let each = section; each; each = each.parent) titles.unshift(each.title);
  return titles;
};
const record = (each) => ({
  members: each.members.map(member),
  tags: [...(each.tags ?? [])].sort(),
  data: each.data ?? null,
  group: group(each.section),
});

function shape(response) {
  const statements = {}, args = {};
  for (const [title, each] of Object.entries(response.statements)) statements[title] = record(each);
  for (const [title, each] of Object.entries(response.arguments)) {
    const steps = each.pcs.map((one) => [
      one.role, one.title,
      one.inference ? [one.inference.inferenceRules, one.inference.data ?? null] : null,
    ]);
    args[title] = { ...record(each), pcs: steps };
  }
  const relations = response.relations.map((r) => [r.relationType, end(r.from), end(r.to)]);
  const edges = response.map.edges.map((e) => [e.relationType, node(e.from), node(e.to)]);
  return { statements, arguments: args, relations, edges };
}

function read(input) {
  try {
    const request = { input, process: STEPS, throwExceptions: true, logLevel: "silent" };
    const response = argdown.run(request);
    const error = response.parserErrors?.[0];
    if (error) return { refused: error.message, line: error.token?.startLine ?? null };
    return shape(response);
  } catch (error) {
    return { refused: String(error?.message ?? error) };
  }
}

const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map(read)));
