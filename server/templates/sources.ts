/** The built-in templates: one line each. */
export {default as classic} from './classic.md';
