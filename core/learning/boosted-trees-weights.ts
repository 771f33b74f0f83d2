import type { TreeModel } from './boosted-trees.ts';

/** The trees as tensors for a weights file: whole numbers up to 2^24 are exact in 32-bit floats. */
export function treeTensors(model: TreeModel): Record<string, Float32Array> {
  return {
    shape: Float32Array.of(model.columns, model.outputs),
    base: model.base,
    roots: Float32Array.from(model.roots),
    column: Float32Array.from(model.column),
    threshold: model.threshold,
    below: Float32Array.from(model.below),
    above: Float32Array.from(model.above),
    value: model.value,
  };
}

/** Reads what `treeTensors` wrote. Throws an `Error` where a tensor is missing or a branch leads backwards. */
export function treesFrom(tensors: Readonly<Record<string, Float32Array>>): TreeModel {
  const tensor = (name: string): Float32Array => {
    const values = tensors[name];
    if (!values) throw new Error(`The weights have no ${name}: they are no trees.`);
    return values;
  };
  const shape = tensor('shape');
  const model: TreeModel = {
    columns: shape[0]!,
    outputs: shape[1]!,
    base: tensor('base'),
    roots: Int32Array.from(tensor('roots')),
    column: Int32Array.from(tensor('column')),
    threshold: tensor('threshold'),
    below: Int32Array.from(tensor('below')),
    above: Int32Array.from(tensor('above')),
    value: tensor('value'),
  };
  const size = model.column.length;
  model.column.forEach((column, node) => {
    if (column < 0) return;
    const below = model.below[node]!;
    const above = model.above[node]!;
    // Forward only, so that every walk ends.
    if (column >= model.columns || below <= node || above <= node || below >= size || above >= size)
      throw new Error(`Node ${node} of the trees leads nowhere.`);
  });
  return model;
}
