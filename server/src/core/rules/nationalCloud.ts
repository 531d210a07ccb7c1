import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** The device belongs to a cloud with addresses of its own. */
export const nationalCloud = rule({
  id: "national-cloud",
  severity: "info",
  about: ["AuthCodeUrl", "AzureAdPrtAuthority"],
  summary: "The device is in a national cloud.",
  why: "The tenant is in a cloud of its own, US Government or China, whose sign-in and registration addresses differ from the public ones. Advice that names public addresses means the counterparts there.",
  fix: [
    reads(
      "Start `psexec -s -i cmd` (Sysinternals) as an administrator and run `curl.exe -v` with the sign-in and the registration address of that cloud. For US Government, both https://enterpriseregistration.windows.net and https://enterpriseregistration.microsoftonline.us have to answer.",
      {
        rights: "system",
        proves:
          "A 404 from the registration addresses is a good answer. An address that does not answer stops the join, also where the public ones answer: open it on the firewall and the proxy.",
      },
    ),
  ],
  sources: [{ page: "hybridHowTo" }],
  bad: [
    `
               AuthCodeUrl : https://login.microsoftonline.us/11111111-2222-3333-4444-555555555555/oauth2/authorize
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ national-cloud`,
  ],
  good: ["               AuthCodeUrl : https://login.microsoftonline.com/contoso.com/oauth2/authorize"],
  *check(log) {
    const login = log.field("AuthCodeUrl") ?? log.field("AzureAdPrtAuthority")
    if (
      login &&
      /^https:\/\/login\.(?:microsoftonline\.us|chinacloudapi\.cn|partner\.microsoftonline\.cn)(?:\/|$)/i.test(
        login.value,
      )
    ) {
      yield { span: login.valueSpan, message: "A national cloud, with sign-in and registration addresses of its own" }
    }
  },
})
