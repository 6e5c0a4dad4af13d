// Light, dark, or as the system has it.

import { kept, keep } from "./keep";

export type Theme = "auto" | "light" | "dark";

export const theme = (): Theme => (kept("theme") as Theme | null) ?? "auto";

export function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
}

export function setTheme(to: Theme) {
  keep("theme", to);
  applyTheme(to);
}

export function applyTheme(to: Theme = theme()) {
  if (to === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = to;
  dispatchEvent(new Event("themechange"));
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => dispatchEvent(new Event("themechange")));
