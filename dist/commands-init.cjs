"use strict";var m=Object.defineProperty;var h=Object.getOwnPropertyDescriptor;var w=Object.getOwnPropertyNames;var E=Object.prototype.hasOwnProperty;var T=(e,t)=>{for(var r in t)m(e,r,{get:t[r],enumerable:!0})},O=(e,t,r,s)=>{if(t&&typeof t=="object"||typeof t=="function")for(let n of w(t))!E.call(e,n)&&n!==r&&m(e,n,{get:()=>t[n],enumerable:!(s=h(t,n))||s.enumerable});return e};var R=e=>O(m({},"__esModule",{value:!0}),e);var P={};T(P,{SETTINGS:()=>x,init:()=>L});module.exports=R(P);var l=require("node:fs"),p=require("node:path");var b=64*1024*1024;var k=/(?:^|[\\/])(?:restreams?|[^\\/]*\.restreams?)\.(?:ya?ml|jsonc?)$/i;function d(e){return k.test(e)}var a=[".restream-lint.yaml",".restream-lint.yml",".restream-lint.json"];var i=class extends Error{name="UsageError"};var c={ok:0,found:1,usage:2,nothing:3};function f(e){return/^E[A-Z]+$/.test(e.code??"")}function y(e){let{code:t}=e;return t!==void 0&&v[t]||String(t??e)}var v={ENOENT:"no such file or directory",EACCES:"permission denied",EPERM:"permission denied",EISDIR:"is a directory",ELOOP:"too many symbolic links",ENAMETOOLONG:"name too long",ENOTDIR:"not a directory",EROFS:"read-only file system",ENOSPC:"no space left on the disk"};var I=`# Which streams Gcore pushes to which targets. Check it: restream-lint
# All fields: https://github.com/restream-lint/restream-lint/blob/main/docs/fields.md

# Optional: what is known of the sources, so that their targets can be checked against it. Never sent to the API.
streams:
  - id: 20 # the stream's ID at Gcore
    protocol: rtmp # how the encoder reaches Gcore: rtmp, rtmps or srt
    video_codec: h264
    audio_codec: aac
    video_bitrate: 4500 # kbit/s
    keyframe_interval: 2 # seconds

restreams:
  - name: YouTube
    stream_id: 20
    # Keys stay out of the file: \${NAME} is filled in when the restreams are submitted.
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}

  - name: Studio B
    stream_id: 20
    # Gcore dials, so the mode is caller; 2 s of latency, in the unit that this server reads.
    uri: srt://\${STUDIO_B_HOST}:9000?mode=caller&latency=2000000&passphrase=\${STUDIO_B_PASSPHRASE}
    latency_unit: us # us, ms or s: ask whoever runs the server
    network: public-internet # or cross-region: decides which latency is right
    active: false # until the studio is ready
`,x=`# Settings of restream-lint for this folder and all below it. What is in force: restream-lint config FILE

# recommended, strict (warnings are errors, and so is every secret written out) or all (infos are warnings besides).
extends: recommended

# Severity by rule: error, warning, info or off. All rules: restream-lint rules
# rules:
#   srt-undeclared-latency-unit: off

# Other severities for some files.
# overrides:
#   - files: "rehearsal/**"
#     rules: { missing-stream-key: warning }

# Restream documents that are not called restreams.yaml, *.restream.yaml or the like; ! leaves out.
# files: ["live/*.yml", "!vendor/**"]

# Findings that are known and left alone, where no comment can say so (JSON).
# ignore:
#   - { rule: unreachable-host, file: rehearsal.restream.json, path: /restreams/0 }

# What targets read latency in (us, ms, s), where nothing nearer says so; and what lies between Gcore and them.
# latencyUnit: ms
# network: public-internet

# What you know of your own targets.
# targets:
#   - host: "*.studio-b.net"
#     latencyUnit: us
#     latency: { min: 500, max: 2000 } # ms
#     maxVideoBitrate: 8000 # kbit/s
`;function L(e,t){if(e.paths.length>0)throw new i("init takes no argument: it writes into this folder");return[g("restreams.yaml",I,N.filter(d),t),g(a[0]??"",x,a,t)].includes(!0)?c.ok:c.usage}var N=["restream","restreams"].flatMap(e=>["yaml","yml","json","jsonc"].map(t=>`${e}.${t}`));function g(e,t,r,{cwd:s,stdout:n,stderr:S}){let u=r.find(o=>(0,l.existsSync)((0,p.join)(s,o)));if(u!==void 0)return S.write(`restream-lint: ${u} is there already: left alone
`),!1;try{(0,l.writeFileSync)((0,p.join)(s,e),t,{flag:"wx"})}catch(o){throw f(o)?new i(`${e}: ${y(o)}`,{cause:o}):o}return n.write(`wrote ${e}
`),!0}0&&(module.exports={SETTINGS,init});
