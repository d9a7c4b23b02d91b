import type { SceneStore } from './store.svelte';

/** Did the reader come here by a link, and not back to where they had been? */
function isArrival(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry === undefined || entry.type === 'navigate';
}

/**
 * To call when the page is mounted: reads the address, and shows the section that it names,
 * which the browser cannot find behind what else the hash says. Returns what ends it.
 */
export function startScenes(scenes: SceneStore): () => void {
  const stop = scenes.start();
  const { section } = scenes;
  if (section !== null && location.hash.includes('&') && isArrival()) {
    document.getElementById(section)?.scrollIntoView();
  }
  return stop;
}
