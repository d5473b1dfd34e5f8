// Prints how many milliseconds @argdown/core takes to parse a file and to make its model.
//
// node timing.mjs FOLDER FILE, where FOLDER/node_modules/@argdown/core is installed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const entry = join(process.argv[2], "node_modules/@argdown/core/dist/index.js");
const loaded = await import(pathToFileURL(entry));
const core = loaded.ParserPlugin ? loaded : loaded.default;
const argdown = new core.ArgdownApplication();
argdown.addPlugin(new core.ParserPlugin(), "parse-input");
for (const name of ["Data", "Model"]) argdown.addPlugin(new core[`${name}Plugin`](), "build-model");
const input = readFileSync(process.argv[3], "utf8");
const start = performance.now();
const process_ = ["parse-input", "build-model"];
const response = argdown.run({ input, process: process_, throwExceptions: true });
if (response.parserErrors.length) throw new Error(response.parserErrors[0].message);
process.stdout.write(String(performance.now() - start));
