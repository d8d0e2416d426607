// A host for plain files on loopback, that compresses nothing and counts what
// it sends.
import { createServer } from "node:http";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const types = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json",
  ".png": "image/png", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
};

/** The files below a folder, compressed beforehand, so that no visit waits for that. */
async function pack(folder) {
  const packed = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile()) packed.set(path, await promisify(gzip)(await readFile(path), { level: 9 }));
  }
  return packed;
}

/**
 * Serves a folder. With gzip it sends everything compressed, as some hosts do.
 * Bodies in another folder stand below /bodies/.
 */
export async function serve(folder, { gzipped = false, cache = "max-age=600", bodies } = {}) {
  const sockets = new Set();
  const packed = gzipped ? await pack(folder) : null;
  const read = async (path) => {
    const content = packed ? packed.get(path) : await readFile(path);
    if (!content) throw new Error(`${path} is not there`);
    return content;
  };
  const server = createServer(async (request, response) => {
    let path = normalize(decodeURIComponent(new URL(request.url, "http://host").pathname));
    if (path.endsWith("/")) path += "index.html";
    const file = bodies && path.startsWith("/bodies/") ? join(bodies, path.slice("/bodies/".length)) : join(folder, path);
    try {
      const content = await read(file);
      const headers = { "content-type": types[extname(file)] ?? "application/octet-stream", "content-length": content.length, "cache-control": cache };
      if (gzipped) headers["content-encoding"] = "gzip";
      response.writeHead(200, headers).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    /** Bytes sent since the last call, headers among them. */
    sent() {
      let bytes = 0;
      for (const socket of sockets) {
        bytes += socket.bytesWritten - (socket.counted ?? 0);
        socket.counted = socket.bytesWritten;
      }
      return bytes;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
