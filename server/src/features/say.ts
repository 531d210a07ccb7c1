/** The words of the interface; the explanations, which are told on the command line too, are at home with them. */
export { english, type Say, sayer } from "../core/explain/say.ts"
