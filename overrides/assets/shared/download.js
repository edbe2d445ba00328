// A file that is made on the device.

/**
 * Hand a text to the visitor as a file.
 * @param {string} text
 * @param {string} name
 * @param {string} type Its media type.
 */
export function download(text, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 60_000);
}
