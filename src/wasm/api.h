/**
 * The whole boundary between the engine and its host: plain C, one model a handle.
 *
 * Rules, once for every function:
 *  - A function that can fail returns a negative status; `rnn_error` then says in words
 *    what is wrong. The model is as it was before the call.
 *  - The host never allocates or frees engine memory. It writes text into `rnn_text`,
 *    numbers into tensors that `rnn_tensor` describes.
 *  - A pointer is good until the next call of any function: memory may grow, views die.
 *  - No function but `rnn_create` allocates, except to say what is wrong.
 */
#ifndef RECURRENCE_WASM_API_H
#define RECURRENCE_WASM_API_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum rnn_status {
  RNN_OK = 0,
  RNN_BAD_ARGUMENT = -1, /* a value that the model does not take; rnn_error names it */
  RNN_BAD_HANDLE = -2,   /* never created, or destroyed */
  RNN_OUT_OF_MEMORY = -3,
  RNN_INTERNAL = -4 /* a mistake of ours */
};

/** Version of this boundary; changes with any function, field or order below. */
int32_t rnn_abi_version(void);

/** A lent buffer for names and configurations: write UTF-8, end it with a zero byte. */
char* rnn_text(void);
int32_t rnn_text_size(void);

/** What went wrong in the last call that failed; UTF-8, zero-terminated, never null. */
const char* rnn_error(void);

/**
 * Makes a model from the configuration in `rnn_text`: lines "key value". Keys, all sizes
 * as integers: vocabulary, embedding, hidden, classes, max_batch, max_length (required);
 * cell rnn|lstm|gru, direction forward|backward|both, layers, seed (unsigned, 32 bits),
 * learning_rate, clip_norm, forget_bias (LSTM: the sum of both biases; without it
 * PyTorch's draw). Returns a handle > 0, or a status. Reserves all memory the model needs.
 */
int32_t rnn_create(void);

/** Frees the model. A second call with the same handle returns RNN_BAD_HANDLE. */
int32_t rnn_destroy(int32_t model);

/**
 * Sets the extent of the batch in force: `batch` rows of at most `length` tokens. The
 * tensors `batch.tokens` (length, batch), `batch.lengths` (batch), `batch.labels` (batch)
 * and the initial states take that shape; the host fills them after this call.
 */
int32_t rnn_set_batch(int32_t model, int32_t batch, int32_t length);

/** Forward pass on the batch in force; fills `logits` and `probabilities` (batch, classes). */
int32_t rnn_forward(int32_t model);

/**
 * Forward pass with labels: the report gets loss and correct. Nothing is trained, the
 * step does not advance.
 */
int32_t rnn_evaluate(int32_t model);

/**
 * Forward, backward, clip, Adam on the batch in force. A run that diverges is a result,
 * not an error: RNN_OK, and the report says so; the last good weights are in force, and
 * further steps change nothing.
 */
int32_t rnn_train_step(int32_t model);

int32_t rnn_set_learning_rate(int32_t model, double learning_rate);

/** The report of the last step or evaluation: RNN_REPORT_SIZE doubles. */
enum rnn_report_field {
  RNN_REPORT_STEP = 0,      /* optimiser steps done */
  RNN_REPORT_LOSS,          /* mean cross-entropy of the batch, nats */
  RNN_REPORT_CORRECT,       /* rows whose largest output is the label */
  RNN_REPORT_GRADIENT_NORM, /* before clipping; 0 after an evaluation */
  RNN_REPORT_DIVERGED_AT,   /* step at which the run diverged, 0 if it did not */
  RNN_REPORT_KEPT_STEP,     /* after divergence: weights in force are those after this step */
  RNN_REPORT_SIZE
};
const double* rnn_report(int32_t model);

/** Number of trainable parameters, or a status. */
int32_t rnn_parameter_count(int32_t model);

/** Names of all tensors of the model, one a line, zero-terminated; null for a bad handle. */
const char* rnn_tensor_names(int32_t model);

/**
 * Describes the tensor named in `rnn_text`. Fills the lent descriptor: RNN_TENSOR_SIZE
 * words: address, kind, rank, four extents, four strides counted in elements.
 */
enum rnn_tensor_field {
  RNN_TENSOR_ADDRESS = 0,
  RNN_TENSOR_KIND, /* 0 real (float here), 1 int32 */
  RNN_TENSOR_RANK,
  RNN_TENSOR_SHAPE,
  RNN_TENSOR_STRIDES = RNN_TENSOR_SHAPE + 4,
  RNN_TENSOR_SIZE = RNN_TENSOR_STRIDES + 4
};
int32_t rnn_tensor(int32_t model);
const int32_t* rnn_tensor_descriptor(void);

#ifdef __cplusplus
}
#endif
#endif
