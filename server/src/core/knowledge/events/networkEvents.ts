import { type EventEntry, told } from "./eventEntry.ts"
import { registrationManifest } from "./sources.ts"

/**
 * How the calls to the registration service went, as WinHTTP tells it: details of an attempt whose outcome another
 * event has.
 */
export const networkEvents: readonly EventEntry[] = told(
  { log: "User Device Registration", about: "network", source: registrationManifest },
  [
    { id: 223, title: "WinHTTP option not set", says: "Unable to set WinHTTP option" },
    { id: 224, title: "WinHTTP option not read", says: "Unable to query WinHTTP option" },
    {
      id: 225,
      title: "WinHTTP did not start",
      says: "Unable to initialize WinHTTP",
      read: "The kind of access and the proxy it was told to use, then the error.",
    },
    {
      id: 226,
      title: "no connection to the server",
      says: "Unable to connect to server ",
      meaning: "WinHTTP could not set up a connection to the server that the event names.",
      read: "Server, port and error.",
    },
    { id: 227, title: "request not opened", says: "Unable to open WinHTTP " },
    { id: 228, title: "WinHTTP callback not set", says: "Unable to set WinHTTP call back function" },
    {
      id: 229,
      title: "header of an answer not read",
      says: "Unable to retrieve WinHTTP header information",
      nature: "information",
    },
    {
      id: 230,
      title: "request not sent",
      says: "Unable to send WinHTTP request",
      meaning: "The request did not leave the PC or did not reach the server.",
      read: "The error: it is the network's own code.",
    },
    {
      id: 231,
      title: "server certificate not accepted",
      says: "One or more errors were encountered while retrieving a Secure Sockets Layer",
      meaning:
        "The certificate that the server showed was not trusted. A proxy that inspects TLS shows its own, and a wrong clock makes a good one look bad.",
      read: "The flags behind the status: an unknown authority, a wrong name, a wrong date and a missing revocation list are different faults.",
    },
    {
      id: 232,
      title: "WinHTTP callback canceled",
      says: "The WinHTTP callback function was cancelled",
      nature: "information",
    },
    {
      id: 233,
      title: "WinHTTP call failed",
      says: "The WinHTTP callback function failed",
      meaning: "A call that had begun ended with an error of the network.",
      read: "The error at the end. It is the code to look up.",
    },
    { id: 234, title: "amount of data not known", says: "Unalbed to query the amount of data" },
    { id: 235, title: "answer not read to its end", says: "WinHTTP read data failure" },
    { id: 236, title: "request not written to its end", says: "WinHTTP write data failure" },
    {
      id: 336,
      title: "no proxy script found by WPAD",
      says: "The Web Proxy Autodiscovery Protocol (WPAD) did NOT locate",
      meaning:
        "The network offers no proxy script, so the request goes out directly. That is right where no proxy is needed.",
      read: "Nothing, unless this network has a proxy that SYSTEM should learn of by WPAD.",
      nature: "information",
    },
    {
      id: 337,
      title: "request through the proxy failed",
      says: "The request was sent to the server through the out-bound proxy and failed",
      meaning: "The proxy was asked and the request failed. Windows goes on to the next proxy if it knows one.",
      read: "dwError, as a number of WinHTTP.",
    },
    {
      id: 338,
      title: "proxy script found by WPAD",
      says: "The Web Proxy Autodiscovery Protocol (WPAD) located",
      meaning: "The network offers a proxy script, and Windows read it.",
      nature: "information",
    },
    {
      id: 339,
      title: "proxy chosen for the request",
      says: "The following out-bound proxy information was set for this request",
      read: "pwszProxy and the port: this proxy has to let the computer account through.",
      nature: "information",
    },
    {
      id: 340,
      title: "WPAD failed",
      says: "The Web Proxy Autodiscovery Protocol (WPAD) encountered an unexpected error",
      meaning: "The search for a proxy script went wrong, and the request may not have been sent.",
      read: "dwError. Whether a proxy script in DHCP or DNS can be fetched from this PC.",
    },
    {
      id: 341,
      title: "no further proxy to try",
      says: "This request will NOT fail over to a proxy server",
      meaning: "The list of proxies in the script is used up.",
      read: "Event 337 before it: its dwError tells why the last proxy did not work.",
    },
  ],
)
