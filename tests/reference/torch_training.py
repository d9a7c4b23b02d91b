"""Gradients and steps of the optimisers, as PyTorch computes them."""

import torch

import dropout_masks
from cases import STEPS
from torch_model import Model, real


def optimizers(model):
    """Adam with sparse embedding rows is two: one for the embedding, one for the rest."""
    options = dict(model.case.optimizer)
    kind, rate = options.pop('optimizer'), options.pop('learning_rate')
    sparse = options.pop('sparse_embedding', 0)
    rest = dict(model.parameters)
    result = []
    if sparse:
        result.append(torch.optim.SparseAdam([rest.pop('embedding.weight')], lr=rate))
    make = {'adam': torch.optim.Adam, 'sgd': torch.optim.SGD, 'rmsprop': torch.optim.RMSprop}[kind]
    return [*result, make(rest.values(), lr=rate, **options)]


def clip(model):
    """Scales all gradients by one factor; a sparse one counts as if its absent rows were 0."""
    for parameter in model.parameters.values():
        if parameter.grad.is_sparse:
            parameter.grad = parameter.grad.coalesce()
    gradients = [parameter.grad for parameter in model.parameters.values()]
    norm = torch.stack([g.to_dense().norm() if g.is_sparse else g.norm() for g in gradients]).norm()
    if model.case.clip_norm:
        for gradient in gradients:
            gradient.mul_(torch.clamp(model.case.clip_norm / (norm + 1e-6), max=1.0))
    return norm.item()


def initial_states(case, batch, requires_grad=False):
    """h0 and c0: given ones, or zeros where states are carried."""
    if case.carry:
        shape = (case.layers, batch.rows, case.hidden)
        return [torch.zeros(shape) for _ in case.state_names]
    return [real(s).clone().requires_grad_(requires_grad) for s in batch.states.values()]


def dense(gradient):
    return (gradient.to_dense() if gradient.is_sparse else gradient).numpy().copy()


def first_step(case, start):
    """Outputs, gradients and masks of the first batch, and the gradient's norm."""
    model, batch = Model(case, start), case.batches[0]
    states = initial_states(case, batch, requires_grad=True)
    masks = dropout_masks.masks(case, batch, 0)
    outputs = model.forward(batch, states, masks)
    outputs['loss'].backward()
    inputs = {**model.parameters, **dict(zip(batch.states, states))}
    gradients = {name: dense(value.grad) for name, value in inputs.items()}
    return {k: v.detach().numpy() for k, v in outputs.items()}, gradients, masks, clip(model)


def ten_steps(case, start):
    """Trains on the batches in turn."""
    model = Model(case, start)
    steppers = optimizers(model)
    losses, norms, carried = [], [], []
    states = None
    for step in range(STEPS):
        batch = case.batches[step % len(case.batches)]
        if states is None or not case.carry:
            states = initial_states(case, batch)
        for parameter in model.parameters.values():
            parameter.grad = None
        outputs = model.forward(batch, states, dropout_masks.masks(case, batch, step))
        outputs['loss'].backward()
        losses.append(outputs['loss'].item())
        norms.append(clip(model))
        for stepper in steppers:
            stepper.step()
        if case.carry:
            states = [outputs[f'last_{name[0]}'].detach() for name in case.state_names]
            carried.append([s.numpy().ravel().tolist() for s in states])
    trained = {name: p.detach().numpy() for name, p in model.parameters.items()}
    return {'losses': losses, 'gradient_norms': norms, 'carried': carried}, trained
