import type { Phase } from "../knowledge/code.ts"
import { type FieldName, statusFields } from "../knowledge/fields/catalogue.ts"
import type { Field } from "../log/log.ts"
import { type Mention, mentionsIn } from "./mention.ts"
import type { NamedFields } from "./namedFields.ts"
/** One test of the pre-join diagnostics: `DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]`. */
export interface Test {
  readonly field: Field
  readonly phase: Phase
  /** Undefined for a value dsregcmd is not known to print. */
  readonly outcome: "pass" | "fail" | "skipped" | undefined
  readonly codes: readonly Mention[]
}

/** The fields that are tests, in the order in which dsregcmd runs them, each with the phase it stands for. */
const TESTS: readonly (readonly [FieldName, Phase])[] = statusFields.flatMap(({ name, test }) =>
  test ? [[name, test] as const] : [],
)

/** The tests of a capture, in the order in which dsregcmd runs them. */
export function testsOf(log: NamedFields): readonly Test[] {
  const tests: Test[] = []
  for (const [name, phase] of TESTS) {
    const found = log.field(name)
    if (found) tests.push(testOf(found, phase))
  }
  return tests
}

const NONE: readonly Mention[] = []

function testOf(field: Field, phase: Phase): Test {
  const word = /^(PASS|FAIL|SKIPPED)/i.exec(field.value)?.[1]?.toLowerCase()
  return {
    field,
    phase,
    outcome: word as Test["outcome"],
    codes: word === undefined || /^f/i.test(word) ? mentionsIn(field) : NONE,
  }
}

/** The first test that failed. That of the Kerberos ticket matters only where a new feature is set up. */
export function failedTestOf(tests: readonly Test[]): Test | undefined {
  return tests.find(({ outcome, field }) => outcome === "fail" && !/^kerberos/i.test(field.name))
}

/** DSREG_AUTOJOIN_ADCONFIG_READ_FAILED: no service connection point was read. */
export const SCP_NOT_READ = "0x801c001d"

/** ERROR_FILE_NOT_FOUND: the directory was read, and the object is not in it. */
export const SCP_ABSENT = "0x80070002"

/** Whether the test's code says that the object was not found, rather than not readable. */
export function isScpAbsent(test: Test): boolean {
  return test.codes.at(-1)?.code === SCP_ABSENT
}
