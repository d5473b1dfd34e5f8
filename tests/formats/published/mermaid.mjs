// Prints the boxes and edges that Mermaid reads in each of the flowcharts on standard input, a
// JSON list of texts. The only argument is the folder with node_modules in which it is installed.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.argv[2]}/x.js`);
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import(pathToFileURL(require.resolve('mermaid')));

const read = (text) =>
  text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(code)).replace(/<br\s*\/?>/g, '\n');
const found = [];
for (const chart of JSON.parse(readFileSync(0, 'utf8'))) {
  await mermaid.parse(chart);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(chart);
  found.push({
    boxes: [...db.getVertices()].map(([id, each]) => [id, read(each.text)]),
    edges: db.getEdges().map((each) => [each.start, each.end, each.text]),
  });
}
console.log(JSON.stringify(found));
