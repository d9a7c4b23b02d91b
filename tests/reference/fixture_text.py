"""Fixtures as text, and the comparison of committed text with fresh numbers."""

import json


def render(value, indent=''):
    """JSON with one line a list or tensor; numbers with as many digits as float64 needs."""
    if not isinstance(value, dict) or 'shape' in value:
        return json.dumps(value, separators=(',', ':'), allow_nan=False)
    deeper = indent + '  '
    lines = [f'{deeper}{json.dumps(k)}: {render(v, deeper)}' for k, v in value.items()]
    return '{\n' + ',\n'.join(lines) + f'\n{indent}}}'


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
