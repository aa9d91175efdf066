// Bundles entry.js into prosemirror.js, and writes the licences of what is in it and its checksum beside it.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const OUT = "prosemirror.js";

const { metafile } = await build({
  entryPoints: ["entry.js"],
  outfile: OUT,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  metafile: true,
  banner: { js: "/* ProseMirror (MIT): see LICENSES.txt. Built by `make vendor`; do not edit. */" },
});

const packages = [...new Set(Object.keys(metafile.inputs).flatMap((path) => path.match(/node_modules\/([^/]+)\//)?.[1] ?? []))].sort();
const licences = packages.map((name) => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  const text = readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync("LICENSES.txt", licences.join(`\n${"-".repeat(80)}\n\n`));

const hash = createHash("sha256").update(readFileSync(OUT)).digest("hex");
writeFileSync("SHA256SUMS", `${hash}  ${OUT}\n`);
