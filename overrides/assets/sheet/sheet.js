// The button to print: only there when it works.
{
  const button = /** @type {HTMLElement} */ (document.querySelector(".bar button"));
  button.hidden = false;
  button.addEventListener("click", () => { window.print(); });
}
