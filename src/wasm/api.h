/**
 * The whole boundary between the engine and its host: plain C, one model a handle.
 *
 * Rules, once for every function:
 *  - A function that can fail returns a negative status; `rnn_error` then says in words
 *    what is wrong. The model is as it was before the call.
 *  - The host never allocates or frees engine memory. It writes text into `rnn_text`,
 *    numbers into tensors that `rnn_tensor` describes.
 *  - A pointer is good until the next call of any function: memory may grow, views die.
 *  - No function but `rnn_create`, `rnn_bytes`, `rnn_save` and `rnn_load` takes memory that
 *    stays; `rnn_configuration` and words about what is wrong take some for a moment.
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
 * Makes a model from the configuration in `rnn_text`: lines "key value". Returns a handle
 * > 0, or a status. Reserves all memory the model needs.
 *
 *   vocabulary embedding hidden classes max_batch max_length   sizes, required (a bag has no
 *                          hidden; a head of next tokens has the vocabulary's classes)
 *   cell                   bag | rnn | lstm | gru              lstm
 *   nonlinearity           tanh | relu, of the rnn             tanh
 *   layers                 1 to 4                              1
 *   direction              forward | backward | both           forward
 *   head                   last | mean: a class a row; each: a label a step; next: the next
 *                          token at every step                 last
 *   dropout_embedding, dropout_layers, dropout_output          0: none
 *   carry                  1: a training batch goes on from the states of the one before
 *   truncate               most steps that a gradient goes back; 0: all
 *   optimizer              adam | sgd | rmsprop                adam
 *   learning_rate momentum clip_norm                           0.001, 0, 0: no clipping
 *   sparse_embedding       1: Adam only for the embedding rows that a batch has
 *   seed                   unsigned, 32 bits                   0
 *   recurrent_init         uniform | orthogonal                uniform, as PyTorch draws
 *   recurrent_scale        multiplies the recurrent matrix     1
 *   forget_bias            LSTM, the sum of both biases        as PyTorch draws
 */
int32_t rnn_create(void);

/** Frees the model. A second call with the same handle returns RNN_BAD_HANDLE. */
int32_t rnn_destroy(int32_t model);

/**
 * Writes the configuration in force into `rnn_text`, every key: also what was left out, and
 * so which update the embedding gets.
 */
int32_t rnn_configuration(int32_t model);

/**
 * Sets the extent of the batch in force: `batch` rows of at most `length` tokens; the initial
 * states h0, c0 become zero. The host then fills the tensors
 *   batch.tokens (length, batch), batch.lengths (batch);
 *   batch.labels (batch): the class of the row; for a head of next tokens, the token that
 *     follows the row's last, −1 if that is not to be counted;
 *   batch.targets (length, batch), for a head that labels each step: −1 is not counted.
 * class_weights (classes), 1 at first, weigh the loss as PyTorch's cross_entropy has it.
 */
int32_t rnn_set_batch(int32_t model, int32_t batch, int32_t length);

/** Forward pass on the batch in force; fills `logits`, `probabilities`, `predictions`. */
int32_t rnn_forward(int32_t model);

/**
 * Forward pass with labels: the report gets loss, correct and count, and the totals since
 * `rnn_begin_evaluation` (with evaluation.confusion, up to 256 classes) get this batch.
 * Nothing is trained, the step does not advance.
 *
 * What is inside: where the tensor probe.objective {kind, step, class} says so, the pass also
 * goes backward, and every tensor gradient.… and gradient_norm.… is filled. Kind 1: the loss,
 * at `step` alone or (−1) at all; kind 2: the logit `class` at `step`, also by `rnn_forward`,
 * as no label is needed. gradient_norm.layer0.x then says which token moved this output.
 * clamp.where (8, 8) {on, layer, way, gate, first unit, end unit, first step, end step} with
 * clamp.value (8) holds gates at a value in every pass.
 */
int32_t rnn_evaluate(int32_t model);

/** Sets the totals, and the states that evaluation carries on, to zero. */
int32_t rnn_begin_evaluation(int32_t model);

/**
 * Forward, backward, clip, update on the batch in force. A run that diverges is a result,
 * not an error: RNN_OK, and the report says so; the last good weights are in force, and
 * further steps change nothing.
 */
int32_t rnn_train_step(int32_t model);

int32_t rnn_set_learning_rate(int32_t model, double learning_rate);

/** The report of the last step or evaluation: RNN_REPORT_SIZE doubles. */
enum rnn_report_field {
  RNN_REPORT_STEP = 0,       /* optimiser steps done */
  RNN_REPORT_LOSS,           /* weighted mean cross-entropy of the batch, nats */
  RNN_REPORT_CORRECT,        /* places whose largest output is the label */
  RNN_REPORT_GRADIENT_NORM,  /* before clipping; 0 after an evaluation */
  RNN_REPORT_DIVERGED_AT,    /* step at which the run diverged, 0 if it did not */
  RNN_REPORT_KEPT_STEP,      /* after divergence: weights in force are those after this step */
  RNN_REPORT_COUNT,          /* places of the batch whose label counts */
  RNN_REPORT_EVALUATED_LOSS, /* since rnn_begin_evaluation, like the three above */
  RNN_REPORT_EVALUATED_CORRECT,
  RNN_REPORT_EVALUATED_COUNT,
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

/**
 * A lent block of `size` bytes for saved models. It keeps its content while its size stays;
 * 0 frees it. Null for size 0 and where there is no memory.
 */
void* rnn_bytes(int32_t size);

/**
 * Saves everything that makes the run go on to the bit (weights, moments, step, carried
 * states, what is kept against divergence) into the lent block. Returns its size in bytes.
 */
int32_t rnn_save(int32_t model);

/**
 * Makes a model from the lent block. Returns a handle, or a status: a file that is foreign,
 * cut short or changed by one bit is refused whole.
 */
int32_t rnn_load(void);

/**
 * Text from a model that reads forward and answers with the next token. `rnn_begin_sampling`
 * starts from zero states; `rnn_sample` feeds `token` and returns the next one, drawn from
 * softmax(logits / temperature) among the `top_k` likeliest (0: all); temperature 0 takes the
 * likeliest. One call costs one step. sample.logits, sample.probabilities say what it drew from.
 */
int32_t rnn_begin_sampling(int32_t model, uint32_t seed);
int32_t rnn_sample(int32_t model, int32_t token, double temperature, int32_t top_k);

#ifdef __cplusplus
}
#endif
#endif
