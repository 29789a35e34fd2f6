// Scores a server by the code of MDN's HTTP Observatory and prints what it found as JSON. It asks by
// TLS, so something that speaks TLS stands in front, as a proxy would; it changes no header.
//
//   NODE_EXTRA_CA_CERTS=CERTIFICATE node observatory.mjs PORT KEY CERTIFICATE

import { readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:https";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [port, key, cert] = process.argv.slice(2);

// The packages are kept out of the source tree; see scripts/test.
const tools = new URL("../../target/test-tools/node/package.json", import.meta.url);
const code = pathToFileURL(createRequire(tools).resolve("@mdn/mdn-http-observatory"));

// The hosts that browsers know to be reached by TLS alone. The package would fetch the list when it is
// installed; this host is not in it.
writeFileSync(new URL("../conf/hsts-preload.json", code), "{}");
const { scan } = await import(code);

const front = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (asked, answer) => {
  const { method, url: path, headers } = asked;
  const behind = request({ host: "127.0.0.1", port, method, path, headers }, (given) => {
    answer.writeHead(given.statusCode, given.rawHeaders);
    given.pipe(answer);
  });
  asked.pipe(behind);
});

front.listen(0, "127.0.0.1", async () => {
  const { scan: outcome, tests } = await scan(`localhost:${front.address().port}`);
  const verdicts = Object.entries(tests).map(([name, { pass, result, scoreModifier }]) => ({
    name,
    pass,
    result,
    modifier: scoreModifier,
  }));
  console.log(JSON.stringify({ score: outcome.score, grade: outcome.grade, verdicts }));
  process.exit(0);
});
