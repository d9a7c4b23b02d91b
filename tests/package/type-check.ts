/** Compiles agreement.ts, as it is or against declarations that a test has changed. */
import { basename, join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');
const types = join(root, 'web/package/types');

function optionsOf(config: string): ts.CompilerOptions {
  const { config: json, error } = ts.readConfigFile(config, ts.sys.readFile);
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  return ts.parseJsonConfigFileContent(json, ts.sys, join(config, '..')).options;
}

const options = optionsOf(join(root, 'web/package/tsconfig.json'));
const parsed = new Map<string, ts.SourceFile | undefined>();

/** @param changed texts of files of web/package/types, by their names. */
function programOf(file: string, changed: Readonly<Record<string, string>> = {}): ts.Program {
  const host = ts.createCompilerHost(options);
  const fromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (path, version) => {
    const text = path.startsWith(types) ? changed[basename(path)] : undefined;
    if (text !== undefined) return ts.createSourceFile(path, text, version);
    if (!parsed.has(path)) parsed.set(path, fromDisk(path, version));
    return parsed.get(path);
  };
  return ts.createProgram([file], options, host);
}

/** What is wrong, a message each. */
export function agreementErrors(changed?: Readonly<Record<string, string>>): string[] {
  const program = programOf(join(import.meta.dirname, 'agreement.ts'), changed);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Names of the declared exports that are there when a program runs. */
export function declaredValues(): string[] {
  const index = join(types, 'index.d.ts');
  const program = programOf(index);
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(index)!)!;
  return checker
    .getExportsOfModule(module)
    .filter(({ flags }) => (flags & ts.SymbolFlags.Value) !== 0)
    .map(({ name }) => name);
}
