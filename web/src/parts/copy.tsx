import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n";

/** Copies a text; where the browser keeps its clipboard to itself, by way of a field. */
async function copy(text: string) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.value = text;
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

/** Whether the page is served on the very machine it is read on. */
export const atHome = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(globalThis.location?.hostname ?? "");

/** How many milliseconds one has to read who can open a link. */
const READ = 12_000;

/** Copies the address, and says who can open it, where nothing has to give way for it. */
export function CopyLink() {
  const [told, tell] = useState(0);
  useEffect(() => {
    const timer = told ? setTimeout(() => tell(0), READ) : undefined;
    return () => clearTimeout(timer);
  }, [told]);
  return (
    <>
      <Copy text={() => (tell(atHome ? told + 1 : 0), location.href)} label={t("copy_link")} />
      {told > 0 && (
        <span class="toast" role="status">
          {t("copied_here").split(/(--\w+)/).map((part, n) => (n % 2 ? <span class="unbroken" key={n}>{part}</span> : part))} <button type="button" class="plain" aria-label={t("close")} onClick={() => tell(0)}>✕</button>
        </span>
      )}
    </>
  );
}

export function Copy({ text, label, title }: { text: string | (() => string); label: string; title?: string }) {
  const [done, set] = useState(false);
  const click = async () => {
    await copy(typeof text === "string" ? text : text());
    set(true);
    setTimeout(() => set(false), 1500);
  };
  // Both have room, so that what stands beside the button stays where it is.
  return (
    <button type="button" class="plain" title={title} onClick={click}>
      <span class="either" aria-live="polite"><span hidden={done}>{label}</span><span hidden={!done}>✓ {t("copied")}</span></span>
    </button>
  );
}
