// For work on the page: the page as last built from the disk, all else from a running server.
//
//   vietgraph serve --store DIR & node build.mjs && node dev.mjs [http://127.0.0.1:7878] [PORT]
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";

const [server = "http://127.0.0.1:7878", port = "7979"] = process.argv.slice(2);
const page = new URL("../src/serve/page/", import.meta.url);
const types = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json", woff2: "font/woff2", svg: "image/svg+xml" };
const policy = /const POLICY: &str = "([^"]*)"/.exec(readFileSync(new URL("../src/serve/assets.rs", import.meta.url), "utf8"))?.[1];

createServer({ maxHeaderSize: 1 << 17 }, (asked, answer) => {
  const { pathname } = new URL(asked.url, server);
  const own = pathname.startsWith("/assets/") ? pathname.slice(8) : /^\/(e\/.*|graph|map|sparql-editor|conflicts)?$/.test(pathname) ? "index.html" : null;
  if (!own) {
    const passed = request(new URL(asked.url, server), { method: asked.method, headers: { ...asked.headers, host: new URL(server).host } }, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    });
    passed.on("error", (error) => answer.writeHead(502).end(String(error)));
    return void asked.pipe(passed);
  }
  try {
    const data = readFileSync(new URL(own, page));
    answer.writeHead(200, { "content-type": types[own.split(".").pop()], "content-security-policy": policy }).end(data);
  } catch {
    answer.writeHead(404).end();
  }
}).listen(+port, "127.0.0.1");
