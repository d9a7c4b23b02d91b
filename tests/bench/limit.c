/*
 * The machine's limit, in WebAssembly: 128-bit multiplications and additions that never leave
 * the registers. Twelve chains are enough to hide the latency of both, and with the two factors
 * they fit the fourteen registers that an engine has to give.
 */
#include <wasm_simd128.h>

enum { chains = 12, rounds = 64 };

/* Floating-point operations of one turn: a multiplication and an addition of four lanes. */
__attribute__((export_name("operations"))) int operations(void) {
  return rounds * chains * 4 * 2;
}

__attribute__((export_name("multiply_add"))) float multiply_add(int turns, float factor,
                                                                float summand) {
  const v128_t a = wasm_f32x4_splat(factor);
  const v128_t b = wasm_f32x4_splat(summand);
  v128_t x[chains];
  for (int k = 0; k < chains; ++k) x[k] = wasm_f32x4_splat((float)k);
  for (int turn = 0; turn < turns; ++turn) {
#pragma clang loop unroll_count(4)
    for (int round = 0; round < rounds; ++round) {
      for (int k = 0; k < chains; ++k) x[k] = wasm_f32x4_add(wasm_f32x4_mul(x[k], a), b);
    }
  }
  v128_t sum = x[0];
  for (int k = 1; k < chains; ++k) sum = wasm_f32x4_add(sum, x[k]);
  return wasm_f32x4_extract_lane(sum, 0) + wasm_f32x4_extract_lane(sum, 1) +
         wasm_f32x4_extract_lane(sum, 2) + wasm_f32x4_extract_lane(sum, 3);
}
