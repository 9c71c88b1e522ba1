// What Streamlit leaves to the page: a menu that closes, a focus that goes where the eye goes.
"use strict";
(() => {
  const STOPS = "a[href], button, input, select, textarea, summary, [tabindex]";
  const NARROW = "(max-width: 767.98px)"; // there the menu covers the page
  const MENU = "stSidebarCollapsed-"; // what Streamlit remembers of it
  const OVER = "[data-testid=stPopoverBody]";
  const OPENS = "[data-testid=stPopoverButton][aria-expanded=true]";
  const LINKED = "[data-testid=stApp][data-test-connection-state=CONNECTED]";
  const CALM = "[data-testid=stApp][data-test-script-state=notRunning]";

  const stops = (part) =>
    [...part.querySelectorAll(STOPS)].filter((each) => each.tabIndex >= 0 && !each.disabled && each.checkVisibility());

  // --- the menu of a telephone -----------------------------------------------------------------------------

  const forget = () =>
    Object.keys(localStorage).filter((name) => name.startsWith(MENU)).forEach((name) => localStorage.removeItem(name));

  const shut = (event) => {
    if (!matchMedia(NARROW).matches || !event.target.closest("[data-testid=stSidebarNavLink]")) return;
    setTimeout(() => {
      document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
      forget();
    });
  };

  // --- what opens over the page stands at its end: Tab goes as if it stood after its button ------------------

  const enter = (part) => { // the frame, whose name is read: its fields may still be on their way
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
  };

  const cross = (event) => {
    const part = document.querySelector(OVER), button = document.querySelector(OPENS);
    if (event.key !== "Tab" || !part || !button) return;
    const inside = stops(part), back = event.shiftKey, here = event.target;
    if (here === button && !back) enter(part);
    else if ((here === part || here === inside[0]) && back) button.focus();
    else if (here === inside.at(-1) && !back) {
      const outside = stops(document).filter((each) => !part.contains(each));
      button.click();
      outside[outside.indexOf(button) + 1]?.focus();
    } else return;
    event.preventDefault();
  };

  // --- a link of ours goes on in the same session, as the menu does, rather than load a page anew -------------
  // but one that makes another person of the reader, or nobody: only the server can answer that

  const plain = (event) =>
    !event.defaultPrevented && !event.button && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  const follow = (event) => {
    const link = event.target.closest("[data-testid=stMain] a[href]:not([data-person], [data-fichier])");
    if (!link || !plain(event) || link.origin !== location.origin || link.hash || !document.querySelector(LINKED)) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector("[data-testid=stMain]").scrollTo(0, 0);
  };

  // --- a file takes a moment to be made: its menu says so, then its name, or why there is none ----------------

  const keep = (blob, name) => {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  const take = async (event) => {
    const link = event.target.closest("a[data-fichier]");
    if (!link || !plain(event)) return;
    event.preventDefault();
    if (link.ariaBusy === "true") return;
    const said = link.closest("[data-fichiers]")?.querySelector("[role=status]");
    const tell = (text) => { if (said) said.textContent = text; };
    link.ariaBusy = "true";
    tell("Préparation du fichier…");
    try {
      const answer = await fetch(link.href);
      if (answer.ok) {
        const name = decodeURIComponent(answer.headers.get("content-disposition").split("UTF-8''")[1]);
        keep(await answer.blob(), name);
        tell(`Fichier enregistré : ${name}`);
      } else tell(await answer.text());
    } catch {
      tell("Le fichier n'est pas arrivé : vérifiez la connexion, puis recommencez.");
    }
    link.ariaBusy = null;
  };

  // --- the focus that the application asks for, once, unless the reader has gone elsewhere meanwhile ----------

  let done = null, began = null;

  const settle = () => {
    const asked = document.querySelector("[data-focus]");
    if (!asked || asked.dataset.turn === done) return;
    began ??= document.activeElement;
    const target = document.querySelector(asked.dataset.focus);
    if (!target || !document.querySelector(CALM)) return;
    done = asked.dataset.turn;
    const here = document.activeElement;
    if (here === document.body || here === began) {
      if (target.tabIndex < 0) target.tabIndex = -1;
      target.focus();
    }
    began = null;
  };

  const look = (changes) => {
    for (const each of changes.flatMap((change) => [...change.addedNodes])) {
      const part = each.nodeType === 1 && (each.matches(OVER) ? each : each.querySelector(OVER));
      if (part) requestAnimationFrame(() => enter(part));
    }
    settle();
  };

  if (matchMedia(NARROW).matches) forget();
  document.addEventListener("click", shut);
  document.addEventListener("click", follow);
  document.addEventListener("click", take);
  document.addEventListener("keydown", cross, true);
  new MutationObserver(look).observe(document, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state", "data-turn"],
  });
})();
