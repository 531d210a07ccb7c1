const keptAnswers =
  "A pass over the captures and nothing else; what grows is most likely the work of the garbage collector, which moves the answers that are kept: with a nursery of 128 MB, few and noisy measurements gave 0.75 to 0.85."
const coldEngine =
  "Half of the processor's time of a first reading is the engine's own optimizing compiler. Telling the engine to optimize four times later took a third away, and was left out: it is a flag of one engine for a whole process."

/**
 * What was tried for a goal that is missed, and where the floor is: one sentence or two by the first words of its row.
 * The results print them below the table; a row that is missed and has none is named as unexplained.
 */
export const notes: Readonly<Record<string, string>> = {
  "speed of reading 10 MB, warm ÷ loop":
    "Parsing alone is the floor: four native searches and one look-up a line come to 0.3. The rest is spread over the thirty rules that a log is asked on average, and a sixth of all is the collection of their short-lived objects.",
  "first reading of 1 MB ÷ first loop": coldEngine,
  "open 10 KB ÷ JSON server":
    "Most of it is code that runs for the first time: making the catalogue's codes takes some 7 ms, comparing the logs of a file 3.",
  "open 100 KB ÷ JSON server": coldEngine,
  "open 1 MB ÷ JSON server": coldEngine,
  "open 10 MB ÷ JSON server": `${coldEngine} The answer is 3 MB of findings; the JSON server's is empty.`,
  "edit 10 MB ÷ JSON server":
    "One log is read again, and the answer is made and sent whole, as the protocol demands: 3 MB of findings, against none of the JSON server.",
  "edit 10 MB ÷ edit 10 KB": "What grows is the answer, which the protocol demands whole.",
  "hover 10 MB ÷ bare server":
    "An empty answer of the stock library takes more than twice as long as the bare server's already (next row: what is ours).",
  "symbols 1 MB ÷ JSON server":
    "The answer is some 3 MB: an object for every line with its two ranges, made, written as JSON and sent. At 10 MB, where the engine has optimized the code, it is a third of the JSON server's time as well.",
  "tokens 1 MB ÷ symbols of the JSON server": coldEngine,
  "start ÷ JSON server": "See the row above: the engine's first look at a script of a megabyte.",
  "start ÷ minimal server":
    "The engine's first look at a script of nearly 1 MB takes 18 ms more than at the minimal server's; making what is there takes 5. Codes are made when first asked for, helpers of the library that no server calls are left out. Codes in a file of their own would save 4 ms more, but a worker of a browser cannot be relied on to load one.",
  "bundle ÷ JSON server":
    "Nearly two thirds of it are the catalogue and the rules. It stays in one file, because a worker of a browser cannot be relied on to load a second one.",
  "memory above start when open, MB a MB":
    "What is kept is 3.3 MB a MB: the text, the places of its fields, findings as they are sent. A server that only receives the text stands at 3; most of the rest is garbage that the engine has no reason to collect yet, and with a smaller nursery (`--max-semi-space-size=4`) it is 6.1 without loss of speed.",
  "memory above start at peak, MB a MB":
    "The peak is the answers to whole-document questions, symbols above all, as objects, as JSON and as bytes at once, which the stock library makes of every answer.",
  "command line ÷ loop over the same bytes":
    "Reading and diagnosis are some three quarters; places of findings, the steps to print, decoding and output are the rest. Reading files at once and not in the background, printing in large pieces and remembering steps took a quarter away, together with faster rules.",
  "ordinary logs: lenses": keptAnswers,
  "ordinary logs: failing lines": keptAnswers,
}
