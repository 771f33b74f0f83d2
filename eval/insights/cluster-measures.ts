/** How well clusters fit labels: precision, recall and F1 over pairs, and the adjusted Rand index (Hubert and Arabie, 1985). */
export function pairMeasures(
  clusters: readonly string[],
  labels: readonly string[],
): { readonly precision: number; readonly recall: number; readonly f1: number; readonly ari: number } {
  const cells = new Map<string, number>();
  const byCluster = new Map<string, number>();
  const byLabel = new Map<string, number>();
  clusters.forEach((cluster, place) => {
    const label = labels[place]!;
    count(cells, `${cluster}\n${label}`);
    count(byCluster, cluster);
    count(byLabel, label);
  });
  const together = pairsIn(cells);
  const inClusters = pairsIn(byCluster);
  const inLabels = pairsIn(byLabel);
  const all = pairs(labels.length);
  const expected = (inClusters * inLabels) / all;
  const precision = inClusters === 0 ? 0 : together / inClusters;
  const recall = inLabels === 0 ? 0 : together / inLabels;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    ari: (together - expected) / ((inClusters + inLabels) / 2 - expected || 1),
  };
}

const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
const pairs = (of: number) => (of * (of - 1)) / 2;
const pairsIn = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((sum, one) => sum + pairs(one), 0);
