"use strict";var i=Object.defineProperty;var m=Object.getOwnPropertyDescriptor;var c=Object.getOwnPropertyNames;var g=Object.prototype.hasOwnProperty;var y=(e,r)=>{for(var s in r)i(e,s,{get:r[s],enumerable:!0})},k=(e,r,s,n)=>{if(r&&typeof r=="object"||typeof r=="function")for(let t of c(r))!g.call(e,t)&&t!==s&&i(e,t,{get:()=>r[t],enumerable:!(n=m(r,t))||n.enumerable});return e};var h=e=>k(i({},"__esModule",{value:!0}),e);var x={};y(x,{printGitleaks:()=>f});module.exports=h(x);var o=class extends Error{name="UsageError"};var d={ok:0,found:1,usage:2,nothing:3,unreachable:4,changes:5,interrupted:130};var l=[{id:"rtmp-stream-key",description:"Stream key in an RTMP URI",regex:/\brtmps?:\/\/[^\s"'<>/?#]+\/[^\s"'<>/?#]+(?:\/\??|\?)([^\s"'<>?${%[\]\\,)`][^\s"'<>\]\\,)`]{7,})/i,keywords:["rtmp://","rtmps://"]},{id:"srt-passphrase",description:"Passphrase in an SRT URI",regex:/\bsrt:\/\/[^\s"'<>]+[?&]passphrase=([^\s"'<>&${%][^\s"'<>&]{8,79})/i,keywords:["passphrase="]},{id:"stream-uri-password",description:"Password before the host of an RTMP or SRT URI",regex:/\b(?:rtmps?|srt):\/\/[^\s"'<>/?#:@]*:([^\s"'<>/?#@${%][^\s"'<>/?#@]*)@/i,keywords:["rtmp://","rtmps://","srt://"]},{id:"youtube-stream-key",description:"YouTube stream key",regex:/\.rtmps?\.youtube\.com(?::[0-9]+)?\/live2?(?:\?backup=[0-9])?\/([0-9a-z]{3,5}(?:-[0-9a-z]{3,5}){3,4})\b/i,keywords:["youtube.com"]},{id:"facebook-stream-key",description:"Facebook stream key",regex:/\b(FB-[0-9]{6,20}-[0-9]-[0-9A-Za-z_-]{6,})/,keywords:["fb-"]},{id:"twitch-stream-key",description:"Twitch stream key",regex:/\b(live_[0-9]{5,12}_[0-9A-Za-z]{20,40})\b/,keywords:["live_"]},{id:"amazon-ivs-stream-key",description:"Amazon IVS or Kick stream key",regex:/\b(sk_[a-z]{2}-[a-z]+-[0-9]_[0-9A-Za-z_]{8,})/,keywords:["sk_"]},{id:"gcore-rtmp-push-token",description:"Push token in the address of a Gcore stream",regex:/\brtmps?:\/\/[^\s"'<>/?#]+\/in\/[0-9]+b?\?([0-9a-z]{6,})/i,keywords:["/in/"]},{id:"gcore-srt-push-token",description:"Push token in the streamid of a Gcore stream",regex:/\bstreamid=[0-9]+b?(?:#|%23)([0-9a-z]{6,})/i,keywords:["streamid="]}],p=[/\$\{/,/\{\{/,/<%/,/\bop:\/\//,/ENC\[/,/^(?:live_|FB-)?x{3,}/i,/^[*.]{3,}/,/^(?:your|my|the)?[-_]?(?:stream|secret)?[-_]?(?:key|passphrase|password|token)(?:[-_]?here)?$/i];function f(e,r){if(e.paths.length>0)throw new o("gitleaks takes no argument: it prints rules, for gitleaks to use");return r.stdout.write(`${[b,...l.map(w)].join(`

`)}
`),d.ok}var b=`# Stream keys, passphrases and push tokens in RTMP and SRT addresses, for secret scanners.
# Printed by: restream-lint gitleaks
#
# gitleaks (8.21 or later), together with its own rules:
#   restream-lint gitleaks > .gitleaks.toml
#   gitleaks git .
# With a .gitleaks.toml of your own, save this one beside it, and write there:
#   [extend]
#   path = "restreams.gitleaks.toml"
#
# Other scanners: the patterns are RE2, with the secret in the first group, and serve as custom rules
# of TruffleHog (detectors: regex), Nosey Parker (rules: pattern) and detect-secrets (plugins).
# In restream documents, restream-lint secrets finds more: it reads the addresses, and needs no pattern.

title = "Secrets of live streams"

[extend]
useDefault = true`;function w({id:e,description:r,regex:s,keywords:n}){return["[[rules]]",`id = ${a(e)}`,`description = ${a(r)}`,`regex = ${u(s)}`,"secretGroup = 1",`keywords = [${n.map(a).join(", ")}]`,"[[rules.allowlists]]",'description = "placeholders, and what guides write in the place of a secret"',`regexes = [
${p.map(t=>`  ${u(t)},
`).join("")}]`].join(`
`)}function a(e){return`"${e}"`}function u({source:e,ignoreCase:r}){return`'''${r?"(?i)":""}${e.replaceAll("\\/","/")}'''`}0&&(module.exports={printGitleaks});
