// One line on somebody's website puts the calendar there:
//   <script src="https://…/assets/embed/kalender.js" data-provincie="antwerpen" data-aantal="10" async></script>
// It adds one frame where the line stands and gives it the height of its list. No cookies, no counting, no other file.
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || !script.src) {
    console.warn("Kalender: gebruik de regel zoals ze op de site staat, zonder type=\"module\".");
    return;
  }
  const wanted = ["provincie", "thema", "organisatie"].find((kind) => script.dataset[kind]);
  const id = wanted ? (script.dataset[wanted] ?? "").trim().toLowerCase() : "";
  if (wanted && !/^[a-z0-9-]+$/.test(id)) {
    console.warn(`Kalender: data-${wanted}="${id}" kan niet. Neem over wat in het adres van de pagina staat.`);
    return;
  }
  const { aantal = "", kleur = "", titel = "" } = script.dataset;
  const address = new URL(`../../kalender/inbedden/${wanted ? `${wanted}/${id}` : "alles"}/`, script.src);
  const most = Number.parseInt(aantal, 10);
  if (most > 0) address.searchParams.set("aantal", String(most));
  if (kleur) address.searchParams.set("kleur", kleur);

  const frame = document.createElement("iframe");
  frame.title = titel || "Kalender met initiatieven";
  frame.referrerPolicy = "no-referrer";
  frame.width = "100%";
  frame.height = "480";
  frame.style.border = "0";
  frame.style.display = "block";
  frame.src = address.href;

  window.addEventListener("message", (/** @type {MessageEvent<Record<string, unknown> | null>} */ event) => {
    // Only from the site that this script came from, and only from our own frame.
    const { origin, source, data: told } = event;
    if (origin !== address.origin || source !== frame.contentWindow) return;
    if (told?.doemee !== "lijst") return;
    const { hoogte: height, titel: title } = told;
    if (typeof height === "number" && height > 0 && height < Infinity) {
      frame.height = String(Math.min(Math.ceil(height), 20000));
    }
    if (!titel && typeof title === "string") frame.title = title.slice(0, 200);
  });
  script.after(frame);
})();
