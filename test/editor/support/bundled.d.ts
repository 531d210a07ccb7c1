/** The name of this run; the bundler puts it in. */
declare const __RUN__: string

/** Only tests whose full name holds this text; the bundler puts it in. */
declare const __GREP__: string
