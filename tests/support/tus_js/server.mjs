// The npm package @tus/server behind TLS 1.3: node server.mjs PEM FOLDER. Prints its port, ends with standard input.
import { createServer } from "node:https";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [pem, folder, modules, path = "/files"] = process.argv.slice(2);
// The packages live under .tools, away from this file.
const require = createRequire(pathToFileURL(`${modules}/`));
const load = async (name) => import(pathToFileURL(require.resolve(name)).href);
const { Server } = await load("@tus/server");
const { FileStore } = await load("@tus/file-store");

const tus = new Server({ path, datastore: new FileStore({ directory: folder }) });
const secret = readFileSync(pem);
const server = createServer({ key: secret, cert: secret, minVersion: "TLSv1.3" }, tus.handle.bind(tus));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
