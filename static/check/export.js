// The corrected text, out of the page: to the clipboard and as a file.

/** Put the text on the clipboard; return whether that worked. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

// Where the clipboard is closed to scripts (plain http on another machine), a selection still can be copied.
function copyBySelection(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

/** Hand the text over as a file. */
export function download(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A file name from the first line of the text. */
export function fileName(text) {
  const line = text.split("\n").find((l) => l.trim()) ?? "";
  const name = line.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 50);
  return `${name || "draft"}.txt`;
}

/** Make the buttons Copy and Download hand over what ``text`` returns. */
export function startExport(text, say) {
  const button = document.getElementById("copy");
  button.addEventListener("click", async () => {
    const done = await copy(text());
    say(done ? "The corrected text is on the clipboard." : "The browser would not copy. Use Download.");
    button.textContent = done ? "Copied" : "Not copied";
    setTimeout(() => {
      button.textContent = "Copy";
    }, 2500);
  });
  document.getElementById("download").addEventListener("click", () => download(text(), fileName(text())));
}
