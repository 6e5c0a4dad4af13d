// Asking the server from a component.

import { useEffect, useState } from "preact/hooks";

export interface Asked<T> {
  value: T | null;
  error: Error | null;
  waiting: boolean;
}

/** Asks anew when one of `keys` changes, and forgets the answer to what is no longer asked. */
export function useAsked<T>(ask: (signal: AbortSignal) => Promise<T>, keys: unknown[]): Asked<T> {
  const [state, set] = useState<Asked<T>>({ value: null, error: null, waiting: true });
  useEffect(() => {
    const stop = new AbortController();
    set((s) => ({ ...s, error: null, waiting: true }));
    ask(stop.signal).then(
      (value) => stop.signal.aborted || set({ value, error: null, waiting: false }),
      (error) => stop.signal.aborted || set({ value: null, error, waiting: false }),
    );
    return () => stop.abort();
  }, keys);
  return state;
}

export function useTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${title} · vietgraph` : "vietgraph";
  }, [title]);
}

/** Something told now and then, such as by `addEventListener`: draws anew when it is. */
export function useEventTick(name: string): number {
  const [tick, set] = useState(0);
  useEffect(() => {
    const listen = () => set((n) => n + 1);
    addEventListener(name, listen);
    return () => removeEventListener(name, listen);
  }, [name]);
  return tick;
}
