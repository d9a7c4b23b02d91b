"""Fixtures as text, and the comparison of committed text with fresh numbers."""

import json


def rounded(value):
    """Fourteen significant digits: far within any tolerance, and shorter by a seventh."""
    if isinstance(value, dict):
        return {key: rounded(element) for key, element in value.items()}
    if isinstance(value, list):
        return [rounded(element) for element in value]
    return float(f'{value:.14g}') if isinstance(value, float) else value


def on_one_line(value):
    """Lists of numbers, tensors, configurations; not what holds one of them."""
    if isinstance(value, list):
        return not any(isinstance(element, dict) for element in value)
    if isinstance(value, dict):
        return 'shape' in value or 'cell' in value
    return True


def render(value, indent=''):
    """JSON with one line a list or tensor."""
    if on_one_line(value):
        return json.dumps(value, separators=(',', ':'), allow_nan=False)
    deeper = indent + '  '
    if isinstance(value, list):
        lines, (opening, closing) = [deeper + render(v, deeper) for v in value], '[]'
    else:
        lines = [f'{deeper}{json.dumps(k)}: {render(v, deeper)}' for k, v in value.items()]
        opening, closing = '{}'
    return f'{opening}\n' + ',\n'.join(lines) + f'\n{indent}{closing}'


def differences(path, committed, fresh):
    """Yields (path, distance): numbers by absolute distance, all else 0 or infinity."""
    if isinstance(fresh, dict) and isinstance(committed, dict) and fresh.keys() == committed.keys():
        for key in fresh:
            yield from differences(f'{path}.{key}', committed[key], fresh[key])
    elif isinstance(fresh, list) and isinstance(committed, list) and len(fresh) == len(committed):
        for index, pair in enumerate(zip(committed, fresh)):
            yield from differences(f'{path}[{index}]', *pair)
    elif isinstance(fresh, (int, float)) and isinstance(committed, (int, float)):
        yield path, abs(fresh - committed)
    else:
        yield path, 0.0 if fresh == committed else float('inf')


def compare(folder, fixtures, tolerance):
    """Largest distance, and one sentence for each file of the folder that does not hold."""
    present = {file.name for file in folder.glob('*.json')}
    faults = [f'{name} is not one of the cases: remove it' for name in present - fixtures.keys()]
    largest = 0.0
    for name, fixture in fixtures.items():
        if name not in present:
            faults.append(f'{name} is missing')
            continue
        try:
            committed = json.loads((folder / name).read_text(encoding='utf-8'))
        except ValueError as error:
            faults.append(f'{name} is not JSON: {error}')
            continue
        path, distance = max(differences('', committed, fixture), key=lambda pair: pair[1])
        largest = max(largest, distance)
        if not distance <= tolerance:
            faults.append(f'{name}: {path[1:]} is {distance:.1e} off, more than {tolerance}')
    return largest, faults
