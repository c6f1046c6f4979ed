import {declareValuePlugin, PluginKind} from '@stryker-mutator/api/plugin'

/** Vite reads what is in `import.meta.glob` before the code runs, so that nothing may be put in its place. */
const globs = {
  shouldIgnore: ({node}) =>
    node.type === 'CallExpression' &&
    node.callee.property?.name === 'glob' &&
    node.callee.object.type === 'MetaProperty'
      ? 'import.meta.glob is read by Vite'
      : undefined,
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'globs', globs)]
