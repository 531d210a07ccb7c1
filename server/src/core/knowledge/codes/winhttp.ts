import type { CodeEntry } from "../code.ts"
import { answerCodes } from "./winhttp/answer.ts"
import { clientCertificateCodes } from "./winhttp/clientCertificate.ts"
import { connectionCodes } from "./winhttp/connection.ts"
import { credentialCodes } from "./winhttp/credentials.ts"
import { programCodes } from "./winhttp/program.ts"
import { proxyCodes } from "./winhttp/proxy.ts"
import { requestCodes } from "./winhttp/request.ts"
import { tlsCodes } from "./winhttp/tls.ts"

/** Codes of WinHTTP and WinINet: the network libraries that registration and sign-in use. */
export const winHttpCodes = (): readonly CodeEntry[] => [
  ...connectionCodes(),
  ...tlsCodes(),
  ...clientCertificateCodes(),
  ...credentialCodes(),
  ...proxyCodes(),
  ...answerCodes(),
  ...requestCodes(),
  ...programCodes(),
]
