/** The hand-written types and the module say the same: this file compiles, or they do not. */
import type * as real from '../../web/package/index';
import type * as declared from '../../web/package/types';
import type { Model, ModelConfig, Report } from '../../web/worker/model';

type Assert<Claim extends true> = Claim;
type Is<A, B> = [A] extends [B] ? true : false;
type Same<A, B> = Is<A, B> extends true ? Is<B, A> : false;

export type Agreement = [
  // What is declared is there, and each export is what it is declared to be.
  Assert<Is<typeof real, typeof declared>>,
  Assert<Same<keyof typeof real, keyof typeof declared>>,
  // Nothing of them goes undeclared.
  Assert<Same<keyof real.Vocabulary, keyof declared.Vocabulary>>,
  Assert<Same<keyof real.TextClassifier, keyof declared.TextClassifier>>,
  Assert<Same<keyof Model, keyof declared.Model>>,
  Assert<Same<ModelConfig, declared.ModelConfig>>,
  Assert<Same<keyof ModelConfig, keyof declared.ModelConfig>>,
  Assert<Same<Report, declared.Report>>,
  Assert<Same<real.RnnError['code'], declared.RnnErrorCode>>,
];
