// A copy of dist/ on a host of its own, for specs that change what is published or cut the network.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeServiceWorker } from "../../xtask/offline.mjs";
import { BASE, serveFolder } from "./server.mjs";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

export class Site {
  /** Lines of `GET /kroniek/…`: what reached the host. */
  asked = [];
  #extra;
  #server;

  static async start(extra = {}) {
    const site = new Site();
    site.#extra = extra;
    site.folder = mkdtempSync(join(tmpdir(), "kroniek-site-"));
    cpSync(DIST, site.folder, { recursive: true });
    await site.open();
    return site;
  }

  /** Serves, on the same port as before. */
  async open() {
    const { server, origin } = await serveFolder(this.folder, { port: this.port ?? 0, extra: this.#extra });
    server.on("request", (request) => this.asked.push(`${request.method} ${request.url}`));
    this.#server = server;
    this.port = server.address().port;
    this.origin = origin;
    this.address = `${origin}${BASE}`;
  }

  /** Cuts the network: nobody answers any more. */
  async cut() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Changes a file, without telling the service worker. */
  change(name, change) {
    const path = join(this.folder, name);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  }

  /** Makes the service worker of what lies there now. */
  publish() {
    return writeServiceWorker(this.folder);
  }

  async end() {
    if (this.#server.listening) await this.cut();
    rmSync(this.folder, { recursive: true });
  }
}
