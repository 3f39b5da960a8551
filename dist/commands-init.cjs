"use strict";var l=Object.defineProperty;var I=Object.getOwnPropertyDescriptor;var O=Object.getOwnPropertyNames;var R=Object.prototype.hasOwnProperty;var w=(e,t)=>{for(var r in t)l(e,r,{get:t[r],enumerable:!0})},b=(e,t,r,s)=>{if(t&&typeof t=="object"||typeof t=="function")for(let o of O(t))!R.call(e,o)&&o!==r&&l(e,o,{get:()=>t[o],enumerable:!(s=I(t,o))||s.enumerable});return e};var N=e=>b(l({},"__esModule",{value:!0}),e);var D={};w(D,{init:()=>M});module.exports=N(D);var p=require("node:fs"),u=require("node:path");var A=/(?:^|[\\/])(?:restreams?|[^\\/]*\.restreams?)\.(?:ya?ml|jsonc?)$/i;function m(e){return A.test(e)}var a=[".restream-lint.yaml",".restream-lint.yml",".restream-lint.json"];var f=`# Settings of restream-lint for this folder and all below it. What is in force: restream-lint config FILE

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
`;var F=65536,Z=16*F,Q=Buffer.alloc(0);function c(e){return/^E[A-Z]+$/.test(e.code??"")}var g=["yaml","yml","json","jsonc"];var i=class extends Error{name="UsageError"};var d={ok:0,found:1,usage:2,nothing:3,unreachable:4,changes:5,interrupted:130};var S=require("node:path");function x(e){return P(e).replaceAll("##[","## [")}function P(e){return e.replaceAll(v,L)}function L(e){return`\\u${e.charCodeAt(0).toString(16).padStart(4,"0")}`}var v=/[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;function E(e){let{code:t,path:r}=e;return t==="EEXIST"&&r?.endsWith(".tmp")===!0?`${x((0,S.basename)(r))} is in the way: remove it if nothing is writing it`:t!==void 0&&_[t]||String(t??e)}var _={ENOENT:"no such file or directory",EACCES:"permission denied",EPERM:"permission denied",EISDIR:"is a directory",EEXIST:"is there already",EFTYPE:"not a regular file",ELOOP:"too many symbolic links",ENAMETOOLONG:"name too long",ENOTDIR:"not a directory",EROFS:"read-only file system",EFBIG:"no space left for it",ENOSPC:"no space left on the disk"};var k=`# Which streams Gcore pushes to which targets. Check it: restream-lint
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
`;function M(e,t){if(e.paths.length>0)throw new i("init takes no argument: it writes into this folder");return[h("restreams.yaml",k,U.filter(m),t),h(a[0]??"",f,a,t)].includes(!0)?d.ok:d.usage}var U=["restream","restreams"].flatMap(e=>g.map(t=>`${e}.${t}`));function h(e,t,r,{cwd:s,stdout:o,stderr:T}){let y=r.find(n=>(0,p.existsSync)((0,u.join)(s,n)));if(y!==void 0)return T.write(`restream-lint: ${y} is there already: left alone
`),!1;try{(0,p.writeFileSync)((0,u.join)(s,e),t,{flag:"wx"})}catch(n){throw c(n)?new i(`${e}: ${E(n)}`,{cause:n}):n}return o.write(`wrote ${e}
`),!0}0&&(module.exports={init});
