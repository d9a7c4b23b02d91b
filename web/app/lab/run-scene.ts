/** The lab's scene as the settings of a run, and back. Pure. */
import type { RunSettings } from '../../shared/protocol';
import type { labSchema } from '../instruments/lab/schema';
import type { SceneOf } from '../scene/schema';

type LabScene = SceneOf<(typeof labSchema)['scene']>;
/** A lesson fixes the data: its scene does not say which. */
type FixedScene = Omit<LabScene, 'dataset'> & Partial<Pick<LabScene, 'dataset'>>;

export const runOf = (scene: FixedScene, dataset: string): RunSettings => ({
  ...scene,
  dataset: scene.dataset ?? dataset,
});

/** @param choose do the data belong to the scene? */
export function sceneOf({ dataset, ...fields }: RunSettings, choose: boolean): FixedScene {
  return choose ? { ...fields, dataset: dataset as LabScene['dataset'] } : fields;
}
