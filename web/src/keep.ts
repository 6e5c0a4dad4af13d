// What the browser keeps from visit to visit. Where it may not keep anything, nothing is kept.

export function kept(key: string): string | null {
  try {
    return localStorage.getItem(`vietgraph-${key}`);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string) {
  try {
    localStorage.setItem(`vietgraph-${key}`, value);
  } catch {
    // A private window, or a file opened from the disk.
  }
}
