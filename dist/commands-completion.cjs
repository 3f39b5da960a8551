"use strict";var Kt=Object.defineProperty;var ei=Object.getOwnPropertyDescriptor;var ti=Object.getOwnPropertyNames;var ri=Object.prototype.hasOwnProperty;var ni=(e,t)=>{for(var r in t)Kt(e,r,{get:t[r],enumerable:!0})},si=(e,t,r,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let s of ti(t))!ri.call(e,s)&&s!==r&&Kt(e,s,{get:()=>t[s],enumerable:!(n=ei(t,s))||n.enumerable});return e};var oi=e=>si(Kt({},"__esModule",{value:!0}),e);var Kc={};ni(Kc,{printCompletion:()=>Dc});module.exports=oi(Kc);var ii,ai=()=>ii??=require("./linter.cjs");var Qe=(...e)=>ai().writtenOf(...e);var di={found:[],malformed:[],escapes:[]},mi=/^(?:op:\/\/[^/\s][^/\n]*\/[^/\n]+\/[^\n]+|ENC\[[^\]]*\])$/,Ie=/\$\$\{(?!\{)|\$\{\{|\{\{|<%|\$\{/g;function Je(e){if(mi.test(e.trimEnd())){let o={start:0,end:e.length};return{found:[{kind:e.startsWith("op:")?"1password":"sops",range:o,shown:o}],malformed:[],escapes:[]}}if(!e.includes("{")&&!e.includes("<%"))return di;let t=[],r=[],n=[],s=hi(e);Ie.lastIndex=0;for(let o=Ie.exec(e);o;o=Ie.exec(e)){let{index:i,0:a}=o,d=s(i,a);if(d)t.push(d),Ie.lastIndex=d.range.end;else if(a.startsWith("${")){let m=a==="${{"?void 0:gi(e,i);if(m===void 0){r.push({range:ci(e,i),reason:"unterminated"});break}let c=ui(e,{start:i,end:m});c?t.push(c):r.push({range:{start:i,end:m},reason:"no-name"}),Ie.lastIndex=m}else a==="$${"&&n.push({start:i,end:i+a.length})}return{found:t,malformed:r,escapes:n}}function ci(e,t){let r=/^\$\{+\w*/.exec(e.slice(t,t+64))?.[0]??"${";return{start:t,end:t+r.length}}var li=/^\$\{((?:env:(?![-?+]))?[^}:?+-]*)/;function ui(e,t){let{start:r,end:n}=t,s=li.exec(e.slice(r,n))?.[1]??"";if(s.trim()===""||s==="env:")return;let o="interpolation";if(!/^\s*(?:env:)?[A-Za-z_][\w.]*\s*$/.test(s))return{kind:o,range:t,shown:{start:r,end:r+2}};let i=r+2+s.length,a={start:r,end:i===n-1?n:i},d=pi(e,r);if(!d)return{kind:o,range:t,shown:a};let m={start:d.end,end:n-1};return{kind:o,range:t,shown:a,variable:{name:d.name,operator:d.operator,operand:m}}}var Nr=/\$\{\s*(?:env:(?![-?+]))?([\w.]+)\s*(?:(:?[-?+])|(?=\}))/y;function pi(e,t){Nr.lastIndex=t;let r=Nr.exec(e),n=r?.[2];return r?.[1]===void 0?void 0:{name:r[1],operator:n,end:t+r[0].length}}var fi={"${{":"}}","{{":"}}","<%":"%>"};function hi(e){let t=new Set;return(r,n)=>{let s=fi[n];if(s===void 0||t.has(s))return;let o=e.indexOf(s,r+n.length);if(o===-1){t.add(s);return}let i={start:r,end:o+s.length},d=/["'`]/.test(e.slice(i.start,i.end))?{start:r,end:r+n.length}:i;return{kind:"template",range:i,shown:d}}}function gi(e,t){let r=0;for(let n=t;n<e.length;n++)if(e.startsWith("${",n))r+=1,n+=1;else if(e.charAt(n)==="}"&&(r-=1,r===0))return n+1}var Pe={$schema:!0,sops:!0},Ze={patternProperties:{"^x-":!0},additionalProperties:!1};function Bt(e){return e.startsWith("x-")||Object.hasOwn(Pe,e)}var Fr=["rtmp","rtmps","srt",null],se={id:{type:["integer","null"],minimum:1,title:"ID of the remote restream",description:"The existing restream that this one is. With it, `uri` and `stream_id` may be left out.",examples:[3001]},name:{type:["string","null"],title:"Name",description:"What people call this restream.",examples:["YouTube"]},stream_id:{type:["integer","null"],minimum:1,title:"ID of the stream",description:"The stream to push. The API refuses a restream without it.",examples:[20]},uri:{type:["string","null"],title:"Target URI",description:"Where to push: `rtmp://host/app/key`, `rtmps://host/app/key` or `srt://host:port?mode=caller&latency=N`. The API checks only the scheme.",examples:["rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}","srt://ingest.studio-b.net:9000?mode=caller&latency=2000000"]},active:{type:["boolean","null"],default:!0,title:"Active",description:"Whether the restream may start."},client_user_id:{type:["integer","null"],title:"User ID in your system",description:"Any number that is useful to you.",examples:[10]},source_protocol:{type:["string","null"],enum:Fr,title:"Protocol of the source",description:"How the encoder reaches Gcore; wins over the `streams` entry. Never sent to the API."},latency_unit:{type:["string","null"],enum:["us","ms","s",null],title:"Unit of latency",description:"What this target's server reads `latency` in: microseconds, milliseconds or seconds. Never sent to the API."},network:{type:["string","null"],enum:["cross-region","public-internet",null],title:"Network to the target",description:"Decides which SRT latency is right: 1\u20132 s across regions, 2\u20135 s over the public internet. Never sent to the API."},live:{type:["boolean","null"],readOnly:!0,title:"Live",description:"A status that the API reports. Writing it has no effect."}},Ae={id:{type:["integer","null"],minimum:1,title:"ID",description:"The stream's ID.",examples:[20]},protocol:{type:["string","null"],enum:Fr,title:"Protocol",description:"How the encoder reaches Gcore."},video_codec:{type:["string","null"],enum:["h264","hevc","av1",null],title:"Video codec",description:"What the encoder sends; Gcore passes it on as it is."},audio_codec:{type:["string","null"],enum:["aac","mp3","opus","ac3",null],title:"Audio codec",description:"What the encoder sends; Gcore passes it on as it is."},video_bitrate:{type:["number","null"],exclusiveMinimum:0,title:"Video bitrate",description:"In kbit/s.",examples:[4500]},audio_bitrate:{type:["number","null"],exclusiveMinimum:0,title:"Audio bitrate",description:"In kbit/s.",examples:[128]},keyframe_interval:{type:["number","null"],exclusiveMinimum:0,title:"Keyframe interval",description:"In seconds.",examples:[2]},frame_rate:{type:["number","null"],exclusiveMinimum:0,title:"Frame rate",description:"In frames per second.",examples:[30]},width:{type:["integer","null"],minimum:1,title:"Width",description:"In pixels.",examples:[1920]},height:{type:["integer","null"],minimum:1,title:"Height",description:"In pixels.",examples:[1080]}},Mr={restream:{type:"object",title:"Restream",description:"Pushes one stream to one target.",properties:{...se,...Pe},...Ze,if:{required:["id"]},else:{required:["uri","stream_id"]}},stream:{type:"object",title:"Source stream",description:"What is known of a stream, so that its targets can be checked against it.",properties:{...Ae,...Pe},...Ze,required:["id"]},whole:{type:"object",title:"Restream document",description:"Restreams, and what is known of the streams they push.",properties:{streams:{type:["array","null"],items:{$ref:"#/$defs/stream"},title:"Streams",description:"What is known of the sources. Never sent to the API."},restreams:{type:["array","null"],items:{$ref:"#/$defs/restream"},title:"Restreams",description:"Which stream is pushed to which target."},...Pe},...Ze,required:["restreams"]},wrapped:{type:"object",title:"API request body",description:"One restream as the API takes it.",properties:{restream:{$ref:"#/$defs/restream"},...Pe},...Ze,required:["restream"]}};function Y(e,t){return M(e,t)?.value}function M(e,t){for(let r of e.entries)if(r.key.value===t)return r;return e.merged.length===0?void 0:yi(e,t)}function yi(e,t){for(let{entries:r}of Wt(e)){let n=r.find(s=>s.key.value===t);if(n)return n}}function*Wt(e){let t=new Set,r=[e];for(let n=r.pop();n;n=r.pop())if(!t.has(Ne(n))){t.add(Ne(n)),yield n;for(let s of n.merged.toReversed())r.push(s)}}function et({places:e},t){return e?.[t]??t}function Ne(e){return e.kind==="scalar"?e.range:e.kind==="mapping"?e.entries:e.items}function Gt(e,t){if(!M(e,t))return;if(e.alias)return e.alias;let r=e.entries.find(s=>s.key.value===t);if(r)return r.value?.alias??r.value?.range??r.key.range;let n=e.merged.find(s=>M(s,t));return n&&Gt(n,t)}function tt({key:e,value:t}){return t===void 0&&e.style==="flow"}function le(e){return e.kind==="scalar"&&e.value===null&&e.tag===void 0}function rt(e){return e.kind==="scalar"?void 0:e.kind==="sequence"?"list":M(e,"restreams")?"whole":M(e,"restream")?"wrapped":Object.keys(se).some(r=>M(e,r))&&!M(e,"streams")?"body":"whole"}function nt(e){switch(rt(e)){case"list":return Vt(e,"");case"whole":return Vt(Ht(e,"restreams"),"/restreams");case"wrapped":return Lr(Ht(e,"restream"),"/restream");case"body":return Lr(e,"");case void 0:return[]}}function ue(e){return rt(e)==="whole"?Vt(Ht(e,"streams"),"/streams"):[]}function z(e,t){return`${e}/${t.replaceAll("~","~0").replaceAll("/","~1")}`}function Vt(e,t){if(e?.kind!=="sequence")return[];let r=e.items.map((n,s)=>({node:n,path:`${t}/${et(e,s)}`}));return e.tag===void 0?r:r.filter(n=>n.node.kind==="mapping")}function Lr(e,t){return e&&!le(e)?[{node:e,path:t}]:[]}function Ht(e,t){return Y(e,t)}var bi,Ur=()=>bi??=require("./ip.cjs");var Cr=(...e)=>Ur().ipRangeOf(...e),jt=(...e)=>Ur().isIpv6(...e);function Dr(e){if(vi.test(e))return"is a name reserved for examples and tests";let t=wi.test(e)||xi.test(e),r=Si.test(e)&&!/(?:^|\.)your-server\.de$/.test(e);return t||r?"is what guides write in the place of a real one":void 0}var vi=/(?:^|\.)(?:example(?:\.(?:com|net|org|edu))?|test|invalid)$/,wi=/^(?:(?:server|host)[-_]?(?:ip(?:[-_]?addr(?:ess)?)?|addr(?:ess)?|name)|ip(?:[-_]?addr(?:ess)?)?|host|host(?:name)?[-_]or[-_]ip|domain(?:[-_]?name)?)$/,xi=/^x{1,3}(?:\.x{1,3}){3}$/,Si=/(?:^|\.)your[-_]?(?:own[-_]?)?(?:(?:rtmps?|srt|media|stream(?:ing)?|ingest|live|target|video)[-_]?)?(?:server|host|domain|ip|addr(?:ess)?|endpoint|site|website|company)(?:[-_]?(?:name|ip|addr(?:ess)?|url|here)){0,2}(?=\.|$)/;function Yr(e){if(e==="")return{kind:"missing"};if(ki.test(e)&&!Ri.test(e))return{kind:"name"};if(e.startsWith("["))return _i(e);let t=Cr(e);return t!==void 0?Ti(t):e.includes(":")?K("is not an IPv6 address"):Ii(e.replace(/\.$/,""))}var ki=/^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!local(?:host)?$)[a-z]{2,9}$/,Ri=/example|your|\.(?:test|invalid)$|^x{1,3}\.x/;function _i(e){return e.includes("]")?K("stands in brackets, which are for IPv6 addresses"):K('has a "[" without its "]"')}var $i={loopback:"is a loopback address, which means the dialling machine itself",private:"is a private address",uniqueLocal:"is a private address",deprecatedSiteLocal:"is a private address",linkLocal:"is a link-local address",carrierGradeNat:"is a carrier-grade NAT address",unspecified:"is the unspecified address, which means no machine",multicast:"is a multicast address",broadcast:"is the broadcast address"};function Ti(e){if(e==="documentation")return Kr("is an address reserved for documentation");let t=$i[e];return t===void 0?{kind:"public"}:qt(t)}var Ei=String.raw`\p{L}\p{N}\p{M}\p{So}\u00b7\u0375\u05f3\u05f4\u30fb_`,Oi=new RegExp(`^[${Ei}-]+$`,"u");function Ii(e){if(/^(?:<.*>|\{.*\})$/.test(e))return K("is still a placeholder");if(e.length>253)return K("is longer than the 253 characters of a DNS name");let t=e.toLowerCase().split("."),r=t.at(-1)??"";if(/^[0-9]+$/.test(r))return K("is not an IPv4 address, and no name ends in a number");for(let s of t){if(s==="")return K("has a dot too many");if(s.length>63)return K("has more than 63 characters between two dots");if(!Oi.test(s))return K("holds a character that no DNS name has");if(/^-|-$/.test(s))return K('has a "-" at the start or the end, or beside a dot')}if(r==="localhost")return qt("means the dialling machine itself");if(r==="local"&&t.length>1)return qt("is known in its own network alone (mDNS)");let n=Dr(t.join("."));return n===void 0?{kind:"name"}:Kr(n)}function K(e){return{kind:"invalid",reason:e}}function qt(e){return{kind:"unreachable",reason:e}}function Kr(e){return{kind:"placeholder",reason:e}}var A="\uFDD0",_="\uFDD1",Pi=/([\s\x85\u180e\u200b-\u200d\u2060]+)|([\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+)|(?:&|\\u0026)(?:amp;)+|\\u0026/gi;function Br(e,{found:t,malformed:r}=Je(e)){let n=Hr(e.replaceAll(/[\ufdd0\ufdd1]/g,"\uFFFD"),t.map(({range:i})=>({range:i,newText:A.repeat(i.end-i.start)}))),s=[],o=n.replaceAll(Pi,(i,...[a,d,m])=>{let c={start:m,end:m+i.length},u=a?{kind:"stray-whitespace",range:c,newText:""}:d?{kind:"control-character",range:c,newText:""}:{kind:"escaped-ampersand",range:c,newText:"&"};return s.push(u),Vr(u)});return{text:e,masked:o,placeholders:t,malformed:r,repairs:s}}function Wr(e,t){if(t.length===0)return e;let r=Hr(e.masked,t.map(s=>({range:s.range,newText:Vr(s)}))),n=[...e.repairs,...t].toSorted((s,o)=>s.range.start-o.range.start);return{...e,masked:r,repairs:n}}function Gr({text:e,masked:t,repairs:r},{start:n,end:s}){let o=t.slice(n,s);if(!o.includes(A)&&!o.includes(_))return o;if(r.length===0&&!o.includes("\uFFFD"))return e.slice(n,s);let i="";for(let a=n;a<s;a++){let d=t.charAt(a);d!==_&&(i+=d===A?e.charAt(a):d)}return i}function X({masked:e,repairs:t},r){if(t.length===0)return r;let{start:n,end:s}=r;for(;n<s&&e.charAt(n)===_;)n+=1;for(;s>n&&e.charAt(s-1)===_;)s-=1;return{start:n,end:s}}function Vr({range:e,newText:t}){return t+_.repeat(e.end-e.start-t.length)}function Hr(e,t){if(t.length===0)return e;let r="",n=0;for(let{range:s,newText:o}of t)r+=e.slice(n,s.start)+o,n=s.end;return r+e.slice(n)}function jr({masked:e},t){let r=e.slice(t.start,t.end),n=r.replaceAll(_,"");if(!/^[0-9a-f]{0,4}:[^:]*:/i.test(n))return;if(n.includes(A))return{length:r.length,unbracketed:void 0};let s=Ai(n);return{length:s[0]?.hasPort??/:[1-9][0-9]{3,4}$/.test(n)?r.lastIndexOf(":"):r.length,unbracketed:s.length>0?{range:t,readings:s}:void 0}}function Ai(e){if(e.length>Ni)return[];let[,t="",r]=/^(.+):([1-9][0-9]{0,4})$/.exec(e)??[];return[...jt(t)?[{text:`[${t}]:${r}`,hasPort:!0}]:[],...jt(e)?[{text:`[${e}]`,hasPort:!1}]:[]]}var Ni=69;function k(e,t){let r=X(e,t),n=e.placeholders.length>0&&e.masked.slice(r.start,r.end).includes(A);return{text:Gr(e,r),range:r,isOpen:n}}function O(e){return e!==void 0&&!e.isOpen}function I({masked:e},{range:t}){return e.slice(t.start,t.end).replaceAll(A,"").replaceAll(_,"")}function qr(e,t){let{start:r,end:n}=X(e,t),s=e.masked.slice(r,n).lastIndexOf("@"),o=s===-1?void 0:k(e,{start:r,end:r+s}),i=X(e,{start:r+s+1,end:n}),a=jr(e,i),d=i.start+(a?.length??Fi(e.masked.slice(i.start,n))),m=k(e,Mi(e,{start:i.start,end:d}));return{userinfo:o,host:m,hostKind:m.isOpen?{kind:"open"}:Yr(m.text),port:d<n?k(e,{start:d+1,end:n}):void 0,hostAndPort:i,unbracketed:a?.unbracketed}}function pe(e){let t=/^[0-9]{1,5}$/.test(e.text)?Number(e.text):0;return O(e)&&t>=1&&t<=65535?t:void 0}function Fi(e){let r=e.startsWith("[")?e.indexOf("]"):0,n=r===-1?-1:e.indexOf(":",r);return n===-1?e.length:n}function Mi(e,t){let{start:r,end:n}=X(e,t);if(e.masked.charAt(r)!=="[")return{start:r,end:n};let s=e.masked.slice(r,n),o=s.slice(1,-1);return s.startsWith("[")&&s.endsWith("]")&&!o.includes("]")&&/[:\ufdd0]/.test(o)?{start:r+1,end:n-1}:{start:r,end:n}}var Fe=9223372036854776e3,st=/^/,zr=/^-/,Li=/^[+-]?[0-9]/,zt=[{name:"mode",type:"enum",values:["caller","listener","rendezvous"],libsrt:"known",ffmpeg:"known"},{name:"latency",type:"integer",unit:{libsrt:"milliseconds",ffmpeg:"microseconds"},libsrt:{min:0},ffmpeg:{min:-1}},{name:"streamid",type:"string",libsrt:"known",ffmpeg:"known"},{name:"passphrase",type:"string",libsrt:"known",ffmpeg:"known"},{name:"pbkeylen",type:"integer",unit:"bytes",libsrt:{min:0,max:32},ffmpeg:{min:-1,max:32}},{name:"rcvlatency",type:"integer",unit:{libsrt:"milliseconds",ffmpeg:"microseconds"},libsrt:{min:0},ffmpeg:{min:-1}},{name:"peerlatency",type:"integer",unit:{libsrt:"milliseconds",ffmpeg:"microseconds"},libsrt:{min:0},ffmpeg:{min:-1}},{name:"tsbpddelay",type:"integer",unit:"microseconds",ffmpeg:{min:-1}},{name:"pkt_size",type:"integer",unit:"bytes",ffmpeg:{min:1,max:1456}},{name:"payload_size",type:"integer",unit:"bytes",ffmpeg:{min:1,max:1456}},{name:"payloadsize",type:"integer",unit:"bytes",libsrt:{min:0,max:1456}},{name:"send_buffer_size",type:"integer",unit:"bytes",ffmpeg:{min:-1,max:2147483647}},{name:"recv_buffer_size",type:"integer",unit:"bytes",ffmpeg:{min:-1,max:2147483647}},{name:"sndbuf",type:"integer",unit:"bytes",libsrt:{min:1},ffmpeg:{min:1,max:2147483647}},{name:"rcvbuf",type:"integer",unit:"bytes",libsrt:{min:1},ffmpeg:{min:1,max:2147483647}},{name:"maxbw",type:"integer",unit:"bytes per second",libsrt:{min:-1,max:Fe},ffmpeg:{min:-1},tolerated:st},{name:"inputbw",type:"integer",unit:"bytes per second",libsrt:{min:0,max:Fe},ffmpeg:{min:-1},tolerated:st},{name:"mininputbw",type:"integer",unit:"bytes per second",libsrt:{min:0,max:Fe}},{name:"oheadbw",type:"integer",unit:"percent",libsrt:{min:5,max:100},ffmpeg:{min:5,max:100},tolerated:zr},{name:"fc",type:"integer",unit:"packets",libsrt:{min:32}},{name:"ffs",type:"integer",unit:"packets",ffmpeg:{min:32,max:2147483647}},{name:"mss",type:"integer",unit:"bytes",libsrt:{min:108,max:1500},ffmpeg:{min:108,max:1500}},{name:"ipttl",type:"integer",unit:"hops",libsrt:{min:1,max:255},ffmpeg:{min:1,max:255}},{name:"iptos",type:"integer",libsrt:{min:0,max:255},ffmpeg:{min:-1,max:255},tolerated:Li},{name:"ipv6only",type:"integer",libsrt:{min:-1,max:1}},{name:"conntimeo",type:"integer",unit:"milliseconds",libsrt:{min:1}},{name:"connect_timeout",type:"integer",unit:"milliseconds",ffmpeg:{min:1}},{name:"timeout",type:"integer",unit:{libsrt:"milliseconds",ffmpeg:"microseconds"},libsrt:{min:-1},ffmpeg:{min:-1}},{name:"listen_timeout",type:"integer",unit:"microseconds",ffmpeg:{min:-1}},{name:"peeridletimeo",type:"integer",unit:"milliseconds",libsrt:{min:0}},{name:"linger",type:"integer",unit:"seconds",libsrt:{min:0},ffmpeg:{min:-1,max:2147483647},tolerated:zr},{name:"lossmaxttl",type:"integer",unit:"packets",libsrt:{min:0},ffmpeg:{min:-1,max:2147483647},tolerated:st},{name:"snddropdelay",type:"integer",unit:{libsrt:"milliseconds",ffmpeg:"microseconds"},libsrt:{min:-1},ffmpeg:{min:-2},tolerated:st},{name:"tlpktdrop",type:"boolean",libsrt:"known",ffmpeg:"known"},{name:"nakreport",type:"boolean",libsrt:"known",ffmpeg:"known"},{name:"messageapi",type:"boolean",libsrt:"known",ffmpeg:"known",live:"1"},{name:"tsbpdmode",type:"boolean",libsrt:"known"},{name:"tsbpd",type:"boolean",ffmpeg:"known"},{name:"drifttracer",type:"boolean",libsrt:"known"},{name:"enforcedencryption",type:"boolean",libsrt:"known"},{name:"enforced_encryption",type:"boolean",ffmpeg:"known"},{name:"cryptomode",type:"integer",libsrt:{min:0,max:2}},{name:"kmrefreshrate",type:"integer",unit:"packets",libsrt:{min:0},ffmpeg:{min:-1,max:2147483647}},{name:"kmpreannounce",type:"integer",unit:"packets",libsrt:{min:0},ffmpeg:{min:-1,max:2147483647}},{name:"congestion",type:"enum",values:["live","file"],libsrt:"known",live:"live"},{name:"smoother",type:"enum",values:["live","file"],ffmpeg:"known",live:"live"},{name:"transtype",type:"enum",values:["live","file"],libsrt:"known",ffmpeg:"known",live:"live"},{name:"packetfilter",type:"string",libsrt:"known"},{name:"retransmitalgo",type:"integer",libsrt:{min:0,max:1}},{name:"minversion",type:"version",libsrt:"known",ffmpeg:"known"},{name:"groupconnect",type:"integer",libsrt:{min:0,max:1}},{name:"groupminstabletimeo",type:"integer",unit:"milliseconds",libsrt:{min:60}},{name:"adapter",type:"string",libsrt:"known"},{name:"bind",type:"string",libsrt:"known"},{name:"port",type:"integer",libsrt:{min:0,max:65535}},{name:"blocking",type:"boolean",libsrt:"known"},{name:"srt_streamid",type:"string",ffmpeg:"known"}],Ui=new Map(zt.map(e=>[e.name,e]));function v(e){return Ui.get(e)}var T=["rtmp","rtmps","srt"];function w(e){return e.toUpperCase()}var Me={rtmp:1935,rtmps:443,srt:void 0},Ci=/^(?:(?!\ufdd1*:)([^:/?#]+):)?(?:(\ufdd1*\/\ufdd1*\/)([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s,Di=/^([^:/?#]+):(?:(\ufdd1*\/\ufdd1*\/)([^/?#]*))?([^?]*)(?:\?(.*))?$/s;function Xr(e,t){let r=Br(e,t),n=/^\ufdd1*s\ufdd1*r\ufdd1*t\ufdd1*:/i.test(r.masked),s=n?Wr(r,Vi(r.masked)):r,o=Yi((n?Di:Ci).exec(s.masked)??[]),i=Gi(s,o.scheme),a=Qr(i),d=o.authority&&qr(s,o.authority);return{text:e,protocol:a,scheme:i,authority:d,path:k(s,o.path),query:o.query&&k(s,o.query),fragment:o.fragment&&k(s,o.fragment),repairs:s.repairs,malformedPlaceholders:s.malformed,fault:Ki({surface:s,scheme:i,protocol:a,authority:d}),surface:s}}function Yi([,e,t,r,n="",s,o]){let i=0;return{scheme:a(e,0,1),authority:a(r,t?.length??0,0),path:a(n,0,0)??{start:i,end:i},query:a(s,1,0),fragment:a(o,1,0)};function a(d,m,c){if(d===void 0)return;let u=i+m,g=u+d.length;return i=g+c,{start:u,end:g}}}function Ki(e){let{malformed:t,masked:r}=e.surface;if(t.length>0)return"malformed-placeholder";let{start:n,end:s}=X(e.surface,{start:0,end:r.length});return n===s?"empty":Wi(r,n)?void 0:e.scheme?e.authority?e.protocol||e.scheme.isOpen?void 0:"unsupported-scheme":Bi.test(r.slice(e.scheme.range.end))?e.protocol?void 0:"no-scheme":"no-slashes":"no-scheme"}var Bi=/^\ufdd1*:[/\ufdd1]*\ufdd0/;function Wi(e,t){let r=e.slice(t,t+6).indexOf(A);if(r===-1)return!1;let n=e.slice(t,t+r).toLowerCase();return T.some(s=>s.startsWith(n))}function Gi(e,t){if(!t)return;let r=k(e,t);return r.isOpen||Qr(r)?r:/^[a-z][a-z0-9+-]*$/i.test(r.text)?/^:\ufdd1*[0-9]/.test(e.masked.slice(t.end))?void 0:r:void 0}function Qr(e){return T.find(t=>t===e?.text.toLowerCase())}function Vi(e){let t=e.indexOf("?")+1;if(t===0||!e.includes("?",t))return[];let r=[],n=/\?([a-z_\ufdd1]+)=|(?:^|&)(?:(?:srt_)?streamid|passphrase)=(?:(?!\?(?:mode=(?:caller|listener|rendezvous)|latency=[0-9.]+)(?:&|$))[^&])*/gi;for(let s of e.slice(t).matchAll(n)){let o=s[1]?.replaceAll(_,"");if(o===void 0||!v(o))continue;let i=t+s.index;r.push({kind:"srt-second-question-mark",range:{start:i,end:i+1},newText:"&"})}return r}var Hi=["h264","hevc","av1"],ji=["aac","mp3","opus","ac3"];function Le(e){return ue(e).flatMap(({node:t,path:r})=>t.kind==="mapping"?[qi(t,r)]:[])}function qi(e,t){return{node:e,path:t,id:it(e,"id"),protocol:ot(e,"protocol",T),videoCodec:ot(e,"video_codec",Hi),audioCodec:ot(e,"audio_codec",ji),videoBitrate:fe(e,"video_bitrate"),audioBitrate:fe(e,"audio_bitrate"),keyframeInterval:fe(e,"keyframe_interval"),frameRate:fe(e,"frame_rate"),width:fe(e,"width"),height:fe(e,"height")}}function Ue(e,t){let r=Y(e,t);return r?.kind==="scalar"&&r.value!==null?r:void 0}function it(e,t){let r=Ue(e,t);return r&&r.tag===void 0?{value:String(r.value),node:r}:void 0}function ot(e,t,r){let n=Ue(e,t),s=r.find(o=>o===n?.value);return n&&s!==void 0?{value:s,node:n}:void 0}function fe(e,t){let r=Ue(e,t);return typeof r?.value=="number"&&r.value>0?{value:r.value,node:r}:void 0}function at(e,t){let r=0,n=e.length;for(;r<n;){let s=r+n>>1;t(e[s])?n=s:r=s+1}return r}function W(e,t){let r=t;for(;r>0&&/[ \t-]/.test(e.charAt(r-1));)r-=1;return r===0||/[\r\n\ufeff]/.test(e.charAt(r-1))?e.slice(r,t):void 0}function he(e,t){let r=/(?:[ \t]+#[^\r\n]*|[ \t]*)(?=[\r\n]|$)/y;return r.lastIndex=t,r.exec(e)?.[0]}function ge(e,t){let r=t-(W(e,t)?.length??0);return/(?:\r\n|\r|\n)$/.exec(e.slice(Math.max(0,r-2),r))?.[0]??/\r\n?|\n/.exec(e.slice(r))?.[0]??`
`}function Xt({pieces:e},t){let r=zi(e,t.start),n=Xi(e,t.end);return r<=n?{start:r,end:n}:{start:n,end:r}}function Jr({pieces:e},{start:t,end:r}){let n=e[at(e,({written:s})=>s.end>t)];return n!==void 0&&n.written.start<r}function Zr({value:e,filling:t}){return t?.left??Je(String(e))}function zi(e,t){let r=e[at(e,({range:n})=>n.start>t)-1];return r?t<r.range.end?r.written.start:r.written.end+t-r.range.end:t}function Xi(e,t){let r=e[at(e,({range:n})=>n.start>=t)-1];return r?t<=r.range.end?r.written.end:r.written.end+t-r.range.end:t}function oe(e){return e.filling?.written??e}function B({offsets:e,range:t,filling:r},n){return r?B(r.written,Xt(r,n)):e===void 0?t:typeof e=="number"?{start:e+n.start,end:e+n.end}:{start:e[n.start]??t.start,end:e[n.end]??t.end}}function Qt({value:e,style:t,offsets:r,filling:n},s,o){if(n){let a=Xt(n,s);return Jr(n,a)?void 0:Qt(n.written,a,o)}if(r===void 0||typeof e!="string")return;let i=e.slice(0,s.start)+o+e.slice(s.end);switch(t){case"double":return JSON.stringify(o).slice(1,-1);case"single":return tn.test(o)?void 0:o.replaceAll("'","''");case"flow":return en(i)&&!/[[\]{},]/.test(o)?o:void 0;case"plain":return typeof r=="number"&&en(i)?o:void 0;case"block":return}}var tn=/[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]/,Qi=/^[\s,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)|^(?:---|\.\.\.)|:(?:\s|$)|\s#|\s$/,Ji=/^(?:[-+.]?[0-9][0-9a-z.+_-]*|[-+]?\.(?:inf|nan)|~|null|true|false|)$/i;function en(e){return!tn.test(e)&&!Qi.test(e)&&!Ji.test(e)}var Ol=new Map(Object.entries({n:`
`,t:"	",r:"\r",b:"\b",f:"\f",0:"\0",a:"\x07",v:"\v",e:"\x1B",N:"\x85",_:"\xA0",L:"\u2028",P:"\u2029"}));var Zi,rn=()=>Zi??=require("./linter.cjs");var Jt=(...e)=>rn().keyOf(...e),nn=(...e)=>rn().targetAddressOf(...e);function sn(e){let{style:t,offsets:r}=oe(e);if(t!=="plain"||typeof r!="object")return;let n=r.findIndex((i,a)=>i-(r[0]??0)>a),[s,o]=[r[n-1],r[n]];return s===void 0||o===void 0?void 0:{start:s+1,end:o}}function b(e,t){return e.find(r=>O(r.name)&&r.name.text===t)}function Q({authority:e,query:t},r){if(r.some(({name:o})=>o.isOpen))return!0;if(t||!e)return!1;let{host:n,port:s}=e;return s?.text.includes("&")?!0:s?s.isOpen&&/^[0-9]/.test(s.text):n.isOpen}function l({node:e,path:t},r){return{range:B(e,r),path:t}}function h({node:e},t,r){let n=Qt(e,t,r);return n===void 0?void 0:{range:B(e,t),newText:n}}function dt(e,t,r){return t.length>ea?[void 0]:t.map(n=>h(e,n,r))}var ea=1e3;var C=["us","ms","s"];var on={us:.001,ms:1,s:1e3};function mt(e,t){if(e==="")return{malformed:"empty"};if(!/^[0-9]{1,100}(?:\.[0-9]{1,9})?$/.test(e))return{malformed:"not-a-number"};let r=Number(e),n=e.includes(".");if(t&&t!=="s"&&n)return{malformed:"fraction"};let s=t??ta(r,n);return{ms:D(r,s),unit:s,isGuess:t===void 0}}function D(e,t){return e*on[t]}function an(e,t){let r=e/on[t];return String(t==="s"?Number(r.toFixed(3)):Math.round(r))}function R(e){return e===0?"0 ms":e>=1e3?`${Zt(e/1e3)} s`:e>=1?`${Zt(e)} ms`:`${Zt(e*1e3)} \xB5s`}function dn({min:e,max:t}){let[r,n]=[R(e),R(t)],s=/ \S+$/.exec(n)?.[0]??"";return`${r.endsWith(s)?r.slice(0,-s.length):r} to ${n}`}function Zt(e){let[t="",r]=String(Number(e.toFixed(3))).split("."),n=t.replaceAll(/\B(?=(?:\d{3})+$)/g," ");return r===void 0?n:`${n}.${r}`}function ta(e,t){return t||e<20?"s":e<=65535?"ms":"us"}function mn({node:e,streamId:t}){let r=t===void 0?void 0:Ue(e,"name");if(!(typeof r?.value!="string"||r.tag!==void 0))return r.value.trim()===""?void 0:`${t}
${r.value}`}function ie(e,t="or"){return e.length<2?e.join(""):`${e.slice(0,-1).join(", ")} ${t} ${e.at(-1)}`}var ra={h264:"H.264",hevc:"HEVC",av1:"AV1",aac:"AAC",mp3:"MP3",opus:"Opus",ac3:"AC-3"};function ae(e){return ra[e]}var na=new Set(["hevc","av1","opus","ac3"]);function Ce(e,t){return e==="srt"||!na.has(t)}var er={rtmp:["rtmp","srt"],rtmps:["rtmps"],srt:["rtmp","srt"]};function L(e,t){return{supported:er[e].includes(t),targets:er[e],sources:T.filter(r=>er[r].includes(t))}}var cn={by:"Gcore",page:"https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media"};var x=be("OBS","obsproject/obs-studio, plugins/rtmp-services, package version 286"),J=be("Restreamer","datarhei/restreamer-ui, src/views/Publication/Services"),de=be("integrators","guides of integrators: the platform documents nothing"),sa=be("Gcore's restream guide",cn.page),tr=be("addresses in the wild","DDVTECH/mistserver#46 and xtreamcast's guide (TikTok); AlexxIT/go2rtc (Telegram)"),ct=N("YouTube","https://support.google.com/youtube/answer/2853702"),rr=N("YouTube","https://developers.google.com/youtube/v3/live/guides/rtmps-ingestion"),G=N("Facebook","https://developers.facebook.com/docs/live-video-api/reference"),pt=N("Twitch","https://dev.twitch.tv/docs/video-broadcast"),ye=N("Amazon IVS","https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_Channel.html"),Ye=N("Amazon IVS","https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/low-latency-network-requirements.html"),ln=N("X","https://help.x.com/en/using-x/live-studio"),nr=N("Vimeo","https://help.vimeo.com/hc/en-us/articles/35052933757073"),De=N("Cloudflare Stream","https://developers.cloudflare.com/stream/stream-live/start-stream-live/"),lt=N("Mux","https://www.mux.com/docs/guides/configure-broadcast-software"),ut=N("Dolby OptiView","https://optiview.dolby.com/docs/millicast/broadcast/"),un=N("Gcore","https://gcore.com/docs/streaming/live-streaming/protocols/rtmp"),pn=N("Gcore","https://gcore.com/docs/streaming/live-streaming/protocols/srt"),sr=[{name:"YouTube",hosts:["*.rtmp.youtube.com","*.rtmps.youtube.com"],source:rr,sites:["youtube.com","youtu.be","studio.youtube.com"],servers:["rtmp://a.rtmp.youtube.com/live2","rtmps://a.rtmps.youtube.com/live2"],hostEnds:{rtmp:".rtmp.youtube.com",rtmps:".rtmps.youtube.com"},schemes:p(rr,["rtmp","rtmps"]),apps:p(rr,["live2"]),maxVideoBitrate:p(x,51e3),maxFrameRate:p(ct,60),maxWidth:p(ct,3840),maxHeight:p(ct,2160),maxKeyframeInterval:p(ct,4)},{name:"Facebook",hosts:["live-api-s.facebook.com","rtmp-api.facebook.com"],source:G,sites:["facebook.com","fb.watch"],servers:["rtmps://live-api-s.facebook.com/rtmp"],schemes:p(G,["rtmps"]),apps:p(G,["rtmp"]),maxVideoBitrate:p(G,9e3),maxAudioBitrate:p(G,256),maxFrameRate:p(G,60),maxWidth:p(G,1920),maxHeight:p(G,1080),maxKeyframeInterval:p(G,4)},{name:"Twitch",hosts:["*.twitch.tv","ingest.global-contribute.live-video.net"],source:pt,sites:["twitch.tv","dashboard.twitch.tv"],servers:["rtmp://live.twitch.tv/app","rtmps://ingest.global-contribute.live-video.net/app"],...fn()},{name:"Twitch",hosts:["*.contribute.live-video.net"],keyPrefix:"live_",source:pt,...fn()},{name:"Amazon IVS",hosts:["*.contribute.live-video.net"],keyPrefix:"sk_",source:x,...hn()},{name:"Kick",hosts:["fa723fc1b171.global-contribute.live-video.net"],source:J,sites:["kick.com"],servers:["rtmps://fa723fc1b171.global-contribute.live-video.net/app"],schemes:p(J,["rtmps"]),apps:p(J,["app"])},{name:"Amazon IVS",hosts:["*.global-contribute.live-video.net"],source:ye,...hn()},{name:"Amazon IVS",hosts:["*.srt.live-video.net"],source:Ye,schemes:p(Ye,["srt"]),ports:p(Ye,{srt:[9e3]}),maxVideoBitrate:p(ye,8500)},{name:"Instagram",hosts:["live-upload.instagram.com"],source:de,sites:["instagram.com"],servers:["rtmps://live-upload.instagram.com/rtmp"],schemes:p(de,["rtmps"]),apps:p(de,["rtmp"]),maxVideoBitrate:p(de,6e3),maxAudioBitrate:p(de,256),maxFrameRate:p(de,60)},{name:"TikTok",hosts:["*.tiktokcdn.com","rtmp-push.tiktok.com"],source:tr,sites:["tiktok.com"],ports:p(tr,{rtmp:[1935,443]})},{name:"LinkedIn",hosts:["*.channel.media.azure.net"],source:J,sites:["linkedin.com"],schemes:p(J,["rtmp","rtmps"]),apps:p(J,["live"]),ports:p(J,{rtmp:[1935],rtmps:[2935,2936]}),maxFrameRate:p(be("SyncWords's guide","SyncWords's guide to LinkedIn Live"),30)},{name:"X",hosts:["*.pscp.tv"],source:ln,sites:["x.com","twitter.com"],servers:["rtmp://de.pscp.tv:80/x","rtmps://de.pscp.tv/x"],schemes:p(ln,["rtmp","rtmps"]),apps:p(x,["x"]),ports:p(x,{rtmp:[80],rtmps:[443]}),maxVideoBitrate:p(x,12e3),maxFrameRate:p(x,60)},{name:"Vimeo",hosts:["*.cloud.vimeo.com"],source:x,sites:["vimeo.com"],servers:["rtmp://rtmp-global.cloud.vimeo.com/live"],schemes:p(nr,["rtmp","rtmps","srt"]),apps:p(x,["live"]),videoCodecs:p(nr,["h264","hevc"]),audioCodecs:p(nr,["aac"])},{name:"Restream.io",hosts:["*.restream.io"],source:x,sites:["restream.io","app.restream.io","studio.restream.io"],servers:["rtmp://live.restream.io/live"],apps:p(x,["live"])},{name:"Cloudflare Stream",hosts:["live.cloudflare.com"],source:De,servers:["rtmps://live.cloudflare.com/live","srt://live.cloudflare.com:778"],schemes:p(De,["rtmps","srt"]),apps:p(De,["live"]),ports:p(De,{rtmps:[443],srt:[778]}),maxKeyframeInterval:p(De,10)},{name:"Mux",hosts:["global-live.mux.com"],source:lt,sites:["mux.com","dashboard.mux.com"],servers:["rtmp://global-live.mux.com:5222/app","rtmps://global-live.mux.com/app","srt://global-live.mux.com:6001"],schemes:p(lt,["rtmp","rtmps","srt"]),apps:p(lt,["app"]),ports:p(lt,{rtmp:[5222],rtmps:[443],srt:[6001]}),maxVideoBitrate:p(x,5e3),maxAudioBitrate:p(x,160)},{name:"Trovo",hosts:["livepush.trovo.live"],source:x,sites:["trovo.live"],servers:["rtmp://livepush.trovo.live/live"],schemes:p(x,["rtmp"]),apps:p(x,["live"]),maxVideoBitrate:p(x,9e3),maxAudioBitrate:p(x,160)},{name:"Castr",hosts:["*.castr.io"],source:x,sites:["castr.io","app.castr.io"],schemes:p(x,["rtmp"]),apps:p(x,["static"])},{name:"Dolby OptiView",hosts:["*.millicast.com"],source:ut,sites:["millicast.com","dash.millicast.com"],servers:["rtmp://rtmp-auto.millicast.com/v2/pub","rtmps://rtmp-auto.millicast.com/v2/pub"],schemes:p(ut,["rtmp","rtmps","srt"]),apps:p(ut,["v2/pub"]),ports:p(ut,{rtmp:[1935],rtmps:[443],srt:[1e4]}),keyShape:"stream-name?token=token"},{name:"Rumble",hosts:["*.rmbl.ws"],source:de,sites:["rumble.com"]},{name:"Telegram",hosts:["*.rtmp.t.me"],source:tr,sites:["t.me","telegram.org"],schemes:p(J,["rtmps"])},{name:"Gcore",hosts:["*.gvideo.co"],source:un,servers:["rtmp://vp-push-ed1.gvideo.co/in","rtmps://vp-push-ed1.gvideo.co/in"],keyShape:"stream-id?push-token",schemes:p(pn,["rtmp","rtmps","srt"]),apps:p(un,["in"]),ports:p(pn,{rtmp:[1935],rtmps:[443],srt:[5001]})}];function fn(){return{keyShape:"live_user_123456789",schemes:p(pt,["rtmp","rtmps"]),apps:p(pt,["app"]),maxVideoBitrate:p(sa,6e3),maxAudioBitrate:p(x,320)}}function hn(){return{schemes:p(Ye,["rtmps","srt"]),takesRtmpIf:"the channel allows insecure ingest",apps:p(ye,["app"]),ports:p(Ye,{rtmp:[1935],rtmps:[443]}),maxVideoBitrate:p(ye,8500),maxWidth:p(ye,1920),maxHeight:p(ye,1080)}}function p(e,t){return{value:t,source:e}}function N(e,t){return{by:e,page:t}}function be(e,t){return{by:e,page:t,isThirdParty:!0}}function ve(e){let t=ft(e),r=gn.get(t);if(r||t.length>oa)return r??[];for(let n=t.indexOf(".");n!==-1;n=t.indexOf(".",n+1)){let s=gn.get(`*${t.slice(n)}`);if(s)return s}return[]}function yn(e){return bn.get(ft(e))}function ft(e){let t=e.toLowerCase();return t.endsWith(".")?t.slice(0,-1):t}var oa=253,bn=new Map(sr.flatMap(e=>(e.sites??[]).flatMap(t=>["","www.","m."].map(r=>[r+t,e])))),gn=ia();function ia(){let e=new Map;for(let t of bn.keys())e.set(t,[]);for(let t of sr)for(let r of t.hosts)e.set(r,[...e.get(r)??[],t]);return e}var or="Gcore";function ht({text:e,isOpen:t}){return t?"maybe":ve(e).some(({name:r})=>r===or)}function vn({restream:e,platform:t,defaults:r}){if(e.latencyUnit)return{unit:e.latencyUnit,by:"restream"};let n=Y(e.node,"latency_unit"),s=n?.kind==="scalar"&&n.value===null;if(n&&!s)return{unit:"open",by:"restream"};if(t?.latencyUnit)return{unit:t.latencyUnit.value,by:"host"};let{latencyUnit:o}=r;return{unit:o,by:o&&"settings"}}var aa={"cross-region":{min:1e3,max:2e3},"public-internet":{min:2e3,max:5e3}},ar={min:1e3,max:5e3};function U(e){let{uri:t,field:r}=e,{pairs:n}=r,s=ca(e),o=b(n,"latency");if(!o){let a=da.some(d=>b(n,d))||Q(t,n);return{pair:o,terms:s,verdict:{kind:a?"fine":"missing"}}}let{value:i}=o;if(i?.isOpen){let d=/^[0-9.]*$/.test(I(t.surface,i))?dr:{kind:"malformed",reason:"not-a-number"};return{pair:o,terms:s,verdict:d}}return{pair:o,terms:s,verdict:Ke(i?.text??"",s)}}var dr={kind:"fine"},da=["peerlatency","tsbpddelay"];function Ke(e,{unit:t,range:r,isGcoreIngest:n=!1}){let s=mt(e,t==="open"?void 0:t);if("malformed"in s)return{kind:"malformed",reason:s.malformed};if(t==="open")return dr;let o=r!==void 0&&ir(r,s.ms);if(t!==void 0&&!o&&!ir(ar,s.ms)){let i=C.find(a=>ir(ar,D(Number(e),a)));if(i!==void 0)return{kind:"wrong-unit",latency:s,meant:i}}return r!==void 0&&!o?{kind:"out-of-range",latency:s,range:r}:n&&s.ms>=ma?{kind:"too-long-for-ingest",latency:s}:t===void 0?{kind:"undeclared-unit",latency:s}:dr}var ma=3e3;function ca(e){let{restream:t,platform:r,defaults:n}=e,s=t.network??n.network,{unit:o}=vn(e);return r?.latency?{unit:o,range:r.latency.value}:r?.name===or?{unit:o,range:void 0,isGcoreIngest:!0}:{unit:o,range:s?aa[s]:ar}}function ir({min:e,max:t},r){return e<=r&&r<=t}function S(e,...t){return wn(e,!0,t)}function f(e,...t){return wn(e,!1,t)}function V(e){return e&&{...e,byHand:!0}}function Z(e){return e.length>1?e.map(V):e}function wn(e,t,r){let n=r.filter(s=>s!==void 0);return n.length===r.length?{title:e,safe:t,edits:n}:void 0}function xn(e,t){let{range:r,newText:n}=t,{start:s,end:o}=r,i=e.slice(s,o),[a,d]=i.length<n.length?[n,i]:[i,n],m=a.indexOf(d);if(d===""||m===-1)return[t];let c=a.slice(m+d.length),[u,g]=a===n?[{range:{start:s,end:s},newText:a.slice(0,m)},{range:{start:o,end:o},newText:c}]:[{range:{start:s,end:s+m},newText:""},{range:{start:o-c.length,end:o},newText:""}];return[u,g].filter(y=>y.newText!==""||y.range.start<y.range.end)}function H(e,t){let r=t.unit!==void 0&&t.unit!=="open";return(r?C.filter(s=>s===t.unit):C).flatMap(s=>{let o=an(e,s),i=[t,{...t,unit:s}].every(c=>{let{kind:u}=Ke(o,c);return u==="fine"||u==="undeclared-unit"}),a=r?"":la[s],d=`${R(e)} in ${P[s]}${a}`,m=`Write ${d}: latency=${o}`;return i?[{ms:e,text:o,unit:s,reading:d,title:m,isKnownUnit:r}]:[]})}function gt({title:e,isKnownUnit:t},r){let n=f(e,r);return t?n:V(n)}function we({range:e}){return e?Math.min(Math.max(2e3,e.min),e.max):2e3}var P={us:"microseconds",ms:"milliseconds",s:"seconds"},la={us:", as FFmpeg and OBS read it",ms:", as most others read it",s:""};function Sn({type:e,enum:t,description:r="",...n}){if(t)return ie(t.filter(a=>a!==null).map(a=>`"${a}"`));let s=/^In .+(?=\.$)/.exec(r)?.[0],o=[e].flat(),i=s===void 0?"":`, ${s.replace("In","in")}`;return o.includes("integer")?`a whole number${n.minimum===1?" from 1 up":""}${i}`:o.includes("number")?`a number${n.exclusiveMinimum===0?" above 0":""}${i}`:ua.find(([a])=>o.includes(a))?.[1]??"of another type"}var ua=[["boolean","true or false"],["string","a text"],["array","a list"],["object","a mapping of fields"]];function kn(e,t){if(e.kind!=="scalar")return e.kind==="sequence"?"a list":"a mapping";let{value:r}=e;if(r===null)return"nothing";let n=String(r).trim(),s=!mr.test(n);return typeof r=="string"?t&&s?`the text "${n}"`:"this text":s&&n.length<=12?n:"this number"}var mr=/[0-9]{10}/;function yt(e){return/^[1-9][0-9]{0,15}$/.test(e)&&Number.isSafeInteger(Number(e))}function E(e,t){if(typeof e!="string")return String(e);if(t==="single")return`'${e.replaceAll("'","''")}'`;if(t==="double")return JSON.stringify(e);let r=/^[a-z][a-z0-9_-]*$/i.test(e)&&!/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(e),n=t==="plain"&&/^\$\{\w+\}$/.test(e);return r||n?e:JSON.stringify(e)}function xe({text:e,language:t},r,n,s,o){if(r.entries.some(d=>d.key.value===n))return;if(/^\{\s*\}$/.test(e.slice(r.range.start,r.range.end))){let d=t==="yaml"?"flow":"double",m=`${E(n,d)}: ${E(s,d)}`;return cr(r.range.start+1,m)}let i=fa(e,r)?ha:ga,a=o?[o]:r.entries.slice(-pa).toReversed();for(let d of a){let m=i(e,d,n,s);if(m)return m}}var pa=20;function fa(e,{range:t,entries:r}){return e.charAt(t.start)==="{"&&e.charAt(t.end-1)==="}"&&r.every(s=>s.key.style!=="plain")}function ha(e,t,r,n){let{key:s,value:o}=t;if(!o||o.range.start<s.range.end)return;let i=e.slice(s.range.end,o.range.start);if(!/^\s*:\s*$/.test(i))return;let a=s.style==="double"?"double":"flow",d=i.endsWith(":")&&a==="double"?"":" ",m=`${E(r,a)}:${d}${E(n,a)}`,c=W(e,s.range.start),u=/[ \t]*,?[ \t]*(?=[\r\n]|$)/y;u.lastIndex=o.range.end;let y=c!==void 0&&/^[ \t]*$/.test(c)&&u.test(e)?ge(e,s.range.start)+c:d;return cr(o.range.end,`,${y}${m}`)}function ga(e,t,r,n){let{key:s,value:o}=t;if(o&&(o.kind!=="scalar"||o.style==="block")||o&&o.range.start<s.range.end)return;let i=W(e,s.range.start);if(i===void 0||!/^ *(?:- +)*$/.test(i)||!o&&e.charAt(s.range.end)!==":")return;let a=o?o.range.end:s.range.end+1,d=he(e,a);if(d===void 0)return;let m=s.style==="double"?"double":"plain",c=`${E(r,m)}: ${E(n,m)}`,u=ge(e,s.range.start)+" ".repeat(i.length);return cr(a+d.length,u+c)}function cr(e,t){return{range:{start:e,end:e},newText:t}}function ee({text:e,language:t},{key:r,value:n},s){let o=t!=="yaml"||r.style==="double";if(!n){let d=r.range.end+1,m=` ${E(s,o?"double":r.style)}`;return ya(e,r)?{range:{start:d,end:d},newText:m}:void 0}if(n.kind!=="scalar"||n.style==="block"||!Se({key:r,value:n},e))return;let i=n.style==="double"||n.style==="single",a=o&&!i?"double":n.style;return{range:n.range,newText:E(s,a)}}function Se({key:e,value:t},r){return!t||t.range.start<e.range.end?!1:/^\s*:\s*$/.test(r.slice(e.range.end,t.range.start))}function ya(e,{range:t}){let r=/:(?:[ \t]*[,}\r\n]|[ \t]+#|[ \t]*$)/y;return r.lastIndex=t.end,r.test(e)}var ba="RESTREAM_URI",va="STREAM_ID";function $n({text:e,syntax:t}){let r=t.roots.flatMap(o=>{let i=wa(o);return i===void 0?[]:nt(o).map(({node:a})=>[a,i])}),n=Rn(e,va);return{placeholders:{uri:Rn(e,ba),stream_id:n,id:n},streams:new Map(r)}}function wa(e){let[t,...r]=ue(e),n=t?.node.kind==="mapping"?Y(t.node,"id"):void 0;return n?.kind==="scalar"&&Number.isSafeInteger(n.value)&&Number(n.value)>0&&r.length===0?Number(n.value):void 0}function Rn(e,t){let n=Array.from(e.matchAll(new RegExp(`${t}(?:_([0-9]{1,6}))?`,"g")),([,s=1])=>Number(s)).reduce((s,o)=>Math.max(s,o),0);return n===0?`\${${t}}`:`\${${t}_${n+1}}`}function Tn(e,t,r){let{node:n,field:s}=t,o=s==="stream_id"?r.streams.get(n):void 0;if(o!==void 0)return f(`Push stream ${o}`,_n(e,t,o));let i=r.placeholders[s];if(i!==void 0)return f(`Add "${s}" as a placeholder`,_n(e,t,i))}function _n(e,{node:t,shape:r,field:n},s){let o=t.entries.find(({key:c})=>c.value===n);if(o)return ee(e,o,s);let i=Object.keys(Mr[r].properties),a=new Set(i.slice(0,i.indexOf(n))),d=t.entries.findLast(({key:c})=>a.has(c.value));return(d&&xe(e,t,n,s,d))??xe(e,t,n,s)}function bt(e){let t=String(e.key.value),r=e.value===void 0&&e.key.style!=="plain";return!(tt(e)||r&&!lr.has(t))&&/^[a-z][a-z_]{0,23}$/.test(t)?`"${t}"`:void 0}var lr=new Set([...Object.keys(se),...Object.keys(Ae),"restreams","restream","streams"]);function ur(e){return lr.has(e)||xa.test(e)}var xa=/^[a-z][a-z_-]{0,23}$|^[a-z]{1,12}(?:[A-Z][a-z]{1,12}){1,2}$/;function Sa({key:e,value:t}){let r=String(e.value);return t===void 0?lr.has(r):ur(r)}function En(e,t){return Sa(t)?z(e,String(t.key.value)):e}function*On(e){for(let t of ka(e))for(let[r,n]of $a(t.node)){let{path:s,isWhole:o}=Ea(t);yield{entry:r,first:n,path:o?En(s,r):s}}}function*ka(e){let t=new Set,r=e.map(n=>({node:n,key:"",parent:void 0,depth:0}));for(let n=r.pop();n;n=r.pop())t.has(Ne(n.node))||n.depth>100||(t.add(Ne(n.node)),Ra(n)&&(yield n),_a(r,n))}function Ra(e){return e.node.kind==="mapping"}function _a(e,t){let{node:r}=t,n=t.depth+1;if(r.kind==="sequence")for(let s=r.items.length-1;s>=0;s--){let o=r.items[s],i=et(r,s);o&&o.kind!=="scalar"&&e.push({node:o,key:i,parent:t,depth:n})}else if(r.kind==="mapping"){let s=r.entries.filter(({value:o})=>o&&o.kind!=="scalar");for(let{key:o,value:i}of s.toReversed()){let a=String(o.value);i&&!Bt(a)&&e.push({node:i,key:a,parent:t,depth:n})}for(let o of r.merged.toReversed())e.push({...t,node:o,depth:n})}}function $a({entries:e}){if(!Ta(e))return[];let t=new Map;return e.flatMap(r=>{let{value:n}=r.key,s=t.get(n);return s||t.set(n,r),s&&!tt(r)&&!Bt(String(n))?[[r,s]]:[]})}function Ta(e){return e.length>16?new Set(e.map(({key:t})=>t.value)).size<e.length:e.some(({key:t},r)=>{for(let n=0;n<r;n++)if(e[n]?.key.value===t.value)return!0;return!1})}function Ea(e){let t=[];for(let n=e;n?.parent;n=n.parent)t.push(n.key);let r="";for(let n of t.toReversed()){if(typeof n=="string"&&!ur(n))return{path:r,isWhole:!1};r=z(r,String(n))}return{path:r,isWhole:!0}}var In={id:"duplicate-key",group:"document",severity:"error",docs:{summary:"A mapping must not hold a key twice",rationale:"Readers disagree on which of the two counts: most take the last one, this linter checks the first, and strict readers refuse the text. So a restream with two `uri` may push to the old target on one machine and to the new one on another. Delete one of them; to keep it at hand, make it a comment.\n\nKeys that `<<` merges in are not duplicates: the mapping's own keys win.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
    uri: rtmp://backup.studio-b.net/live/\${STUDIO_KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
  - stream_id: 20
    uri: rtmp://backup.studio-b.net/live/\${STUDIO_KEY}
`,`x-defaults: &defaults
  active: true
  stream_id: 20
restreams:
  - <<: *defaults
    active: false
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
`],sources:["YAML 1.2.2, \xA73.2.1.1: the keys of a mapping are unique.","RFC 8259, \xA74: with names that are not unique the behaviour is unpredictable; many implementations report the last pair only.","YAML merge keys, https://yaml.org/type/merge.html: a key that the mapping holds itself is not merged in."]},*check({syntax:e}){for(let{entry:t,first:r,path:n}of On(e.roots))yield{message:`${bt(t)??"This key"} is there already, and readers disagree on which one counts: delete one`,range:t.key.range,path:n,related:[{range:r.key.range,message:"The first one"}]}}};var An={id:"file-too-large",group:"document",severity:"error",docs:{summary:"A document must not be larger than 64 MB",rationale:"Some 300 000 restreams fit in 64 MB. A larger text is not read, so that no editor and no CI job runs out of memory: nothing of it is checked. Split it into several files, or write one restream a line, and pipe them: see docs/scale.md.",invalid:[],valid:[`restreams: []
`],sources:["Our own limit: no restream document comes near it."]},*check({text:e}){e.length<=67108864||(yield{message:`This document holds more than ${67108864/Oa} MB and was not checked: split it into smaller files`,range:{start:0,end:0},path:""})}},Oa=1024*1024;function wt(e,t){let{start:r,end:n}=t.range;if(t.kind==="sequence")return{start:r,end:Math.min(r+1,n)};if(t.kind==="mapping"){if(e.startsWith("<<",r))return{start:r,end:r+2};let[o]=t.entries;if(o)return o.key.range}let s=/^[^\r\n]*/.exec(e.slice(r,n))?.[0]??"";return{start:r,end:r+s.trimEnd().length}}var Nn={id:"missing-field",group:"document",severity:"error",offers:"suggestions",docs:{summary:"A restream must say what it pushes and where: `stream_id` and `uri`",rationale:"Gcore refuses a restream without a stream or a target, so nothing is pushed. Both may be left out where `id` names an existing restream, which has them already. A value that is not known yet, or that is secret, can be a placeholder: `uri: ${RESTREAM_URI}`.\n\nA document needs `restreams`, and each of its `streams` an `id`. One that says nothing at all, as when its last restream has been commented out, gets a warning.",invalid:[`restreams:
  - name: Studio B
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
`,`streams:
  - id: 20
    protocol: rtmp
`],valid:[`restreams:
  - name: Studio B
    stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
`,`restreams:
  - id: 3001
    active: false
`],sources:['Gcore, API reference, "Create restream": 422 where `uri` or `stream_id` is missing.','Gcore, API reference, "Change restream": a restream is changed by its ID, with the fields that are to change.']},*check(e){Na(e)&&(yield{message:"This document is empty: it pushes nothing",severity:"warning",range:{start:0,end:0},path:""});let t=e.shape.filter(n=>n.kind==="missing-field"),r=t.length>0?$n(e):void 0;for(let n of t){let{node:s,shape:o,field:i,path:a}=n,d=s.entries.find(({key:c})=>c.value===i);yield{message:`${d?`"${i}" has no value`:`${Ia[o]} has no "${i}"`}: ${Pa[o]}`,severity:Aa(n,d)?"warning":void 0,range:d?.key.range??wt(e.text,s),path:a,about:i,fixes:[r&&!n.isMisspelt?Tn(e,n,r):void 0]}}}},Ia={restream:"This restream",stream:"This stream",whole:"This document",wrapped:"This request"},Pa={restream:"Gcore refuses the restream, so nothing is pushed",stream:"no restream can say that it pushes this stream",whole:"it pushes nothing",wrapped:"it pushes nothing"};function Aa({node:e,shape:t},r){return t==="whole"&&(r!==void 0||e.entries.length===0)}function Na({text:e,syntax:t}){return t.roots.every(le)&&t.faults.length===0&&e.length<=67108864}var Fn={id:"nested-too-deeply",group:"document",severity:"error",docs:{summary:`A document must not nest more than ${100} levels deep`,rationale:"A restream document is four levels deep. What nests without end is broken, or made to bring a parser down, so it is refused before it is read, and nothing else of it is checked.",invalid:[`restreams: ${"[".repeat(101)}${"]".repeat(101)}
`],valid:[`restreams: []
x-notes: ${"[".repeat(20)}${"]".repeat(20)}
`],sources:["Measured: parsers of YAML and JSON recurse, and some end the whole process from about 1 000 levels on."]},*check({syntax:e}){for(let{kind:t,message:r,range:n}of e.faults)t==="depth"&&(yield{message:r,range:n,path:""})}};function Ln(e,t,r){let{entries:n,merged:s}=t,o=n[r],i=Mn(e,o);if(!o||i===void 0||n.length+s.length<2||o.value?.kind!=="scalar")return;let{start:a}=o.key.range,d=n[r+1]?.key.range.start;if(pr(e,/^\s*,\s*$/,i,d))return xt({start:a,end:d});let m=Mn(e,n[r-1]);if(m!==void 0&&pr(e,/^\s*,\s*$/,m,a))return xt({start:m,end:i});let c=W(e,a);if(c===void 0)return;let u=Fa(e,i);return/^ *$/.test(c)&&u!==void 0?xt({start:a-c.length,end:u}):/^ *(?:- +)+$/.test(c)&&pr(e,/^\s*$/,i,d)?xt({start:a,end:d}):void 0}function xt(e){return{range:e,newText:""}}function Mn(e,t){return t&&Se(t,e)?t.value?.range.end:void 0}function pr(e,t,r,n){return n!==void 0&&n>=r&&t.test(e.slice(r,n))}function Fa(e,t){let r=he(e,t);if(r===void 0)return;let n=t+r.length;return n+(/^(?:\r\n?|\n)/.exec(e.slice(n,n+2))?.[0].length??0)}var Un={id:"read-only-field",group:"document",severity:"warning",offers:"fix",marksIgnored:!0,docs:{summary:"`live` is a status that Gcore reports, and must not be written",rationale:"`live` says whether the restream is being published at this moment. Writing `live: true` starts nothing: a restream goes live when its stream does, if it is `active`. It mostly gets into a document with a copied answer of the API. To switch a restream on or off, write `active`.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
    live: true
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
    active: true
`],sources:["Gcore, API reference of `live`: indicates that the stream is being published; of `active`: enables or disables the restream.","Inferred: the reference lets `live` be sent, since answers and requests share one schema, but describes it as a status."]},*check({text:e,restreams:t}){for(let{node:r,path:n}of t)for(let{index:s,key:o}of Ma(r))yield{message:'"live" is a status that Gcore reports, so writing it has no effect: "active" switches a restream on and off',range:o.range,path:z(n,"live"),fixes:[S('Delete "live"',Ln(e,r,s))]}}};function Ma(e){return M(e,"live")?Array.from(Wt(e)).flatMap(t=>t.entries.flatMap((r,n)=>La(r)?[{index:t===e?n:-1,key:r.key}]:[])):[]}function La({key:e,value:t}){return e.value==="live"&&t!==void 0&&!le(t)}var Cn={id:"cut-off-uri",group:"document",severity:"error",offers:"fix",docs:{summary:"A URI that holds characters of YAML must be in quotes",rationale:"Between braces a `,` ends a value: of `{uri: srt://\u2026?streamid=#!::r=a,m=publish}` YAML keeps `srt://\u2026?streamid=#!::r=a`, and makes the rest a field of its own, without a word. A `{`, as in `${KEY}`, makes the text unreadable there. Everywhere a blank and `#` begin a comment.\n\nThe target then refuses half a streamid or key, or takes the stream for another. Put the URI in quotes; outside of braces only a blank before `#` needs them.\n\n`--fix` quotes what commas and braces cut. A comment is a warning, and only where it looks like a URI's rest: it begins with `#!::`, or with a `#` and no blank, and holds `&` or `=`. If it is a comment, write a blank after its `#`.",invalid:[`restreams:
  - {stream_id: 20, latency_unit: ms, uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=studio,b}
`,`restreams:
  - {stream_id: 20, uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}}
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}?user=studio #b&region=eu
`],valid:[`restreams:
  - {stream_id: 20, latency_unit: ms, uri: "srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=studio,b"}
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY} # latency=low
`],sources:["YAML 1.2.2, \xA77.3.3: inside flow collections a plain scalar holds none of `[`, `]`, `{`, `}`, `,`; \xA76.6: ` #` begins a comment.","Haivision/srt, `docs/features/access-control.md`: a streamid of the form `#!::` parts its keys with commas.","npm `yaml` 2.9.1, measured: `{uri: a,b}` is `{uri: a, b: null}`, and `{uri: a${B}}` a syntax error that hides what follows."]},*check(e){yield*Ua(e);for(let{uri:t}of e.restreams){let r=t&&sn(t.node);r&&(yield{message:'A blank and "#" begin a comment in YAML, so the URI ends before it: if it goes on, put all of it in quotes',severity:"warning",about:"#",range:{start:r.end,end:r.end+1},path:t.path,fixes:[f("Take the comment into the URI, in quotes",...Dn(oe(t.node)),{range:r,newText:""})]})}}};function*Ua({text:e,syntax:t,restreams:r}){let{cuts:n=[],faults:s}=t;if(n.length===0)return;let o=r.flatMap(({uri:a})=>a??[]),i=new Map(o.map(({node:a,path:d})=>[a.range.start,d]));for(let{node:a,cut:d}of n){let m=e.charAt(d)==="{",c=i.get(a.range.start)??(m&&s.length===0?"":void 0);c!==void 0&&(yield{message:m?'Between braces "{" cannot stand in a value without quotes, so YAML readers refuse the text: put the URI in quotes':'Between braces "," ends a value, so the URI stops here, and its rest is read as other fields: put the URI in quotes',about:m?"{":",",range:{start:d,end:d+1},path:c,fixes:[S("Put the URI in quotes",...Dn(a))]})}}function Dn(e){let{range:t}=e,r=String(e.value),n=/["\\]/.test(r)?"'":'"',s=n==="'"?Array.from(r.matchAll(/'/g),({index:o})=>o):[];return[fr(t.start,n),...s.map(o=>fr(B(e,{start:o,end:o}).start,n)),fr(t.end,n)]}function fr(e,t){return{range:{start:e,end:e},newText:t}}function $({node:e,path:t},r,n){let s=Gt(e,r)??e.range,o=n??Y(e,r)?.range??s,i=s.start<=o.start&&o.end<=s.end;return{range:i?o:s,path:`${t}/${r}`,related:i?[]:[{range:o,message:"The anchor that it stands for is here"}]}}var Kn={id:"duplicate-name",group:"document",severity:"warning",docs:{summary:"Restreams of one stream must have names of their own",rationale:"`submit` knows a restream that has no `id` by its stream and its name. Of two with the same name it could not tell which is which, and might change the one that is on air in place of the other; nor can whoever has to switch one off in a hurry. Say what sets them apart: `YouTube` and `YouTube backup`.\n\nRestreams of different streams may share a name, and so may those that each have an `id`. Inactive restreams count too: they exist all the same.",invalid:[`restreams:
  - name: YouTube
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
  - name: YouTube
    stream_id: 20
    uri: rtmp://b.rtmp.youtube.com/live2?backup=1/\${YOUTUBE_KEY}
`],valid:[`restreams:
  - name: YouTube
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
  - name: YouTube backup
    stream_id: 20
    uri: rtmp://b.rtmp.youtube.com/live2?backup=1/\${YOUTUBE_KEY}
`,`restreams:
  - name: YouTube
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY_A}
  - name: YouTube
    stream_id: 21
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY_B}
`],sources:['Gcore, API reference, "Create restream": the answer has no body, and so no ID.',"Inferred: without an ID, only the stream and the name say which remote restream is meant."]},*check(e){let t=new Map,r=new Map;for(let n of e.restreams){let s=mn(n);if(s===void 0)continue;let o=t.get(s);if(!o){t.set(s,n);continue}let i=r.get(s)??new Map([[Yn(o),o]]);r.set(s,i);let a=Yn(n),d=a===hr?o:i.get(a)??i.get(hr);if(i.has(a)||i.set(a,n),!d)continue;let{range:m,path:c,related:u}=$(n,"name");yield{message:'Another restream of this stream has the same name: "submit" and people cannot tell them apart',range:m,path:c,related:[{range:$(d,"name").range,message:"The first one is here"},...u]}}}},hr="";function Yn({node:e}){return it(e,"id")?.value??hr}var Vn={id:"duplicate-target",group:"document",severity:"error",docs:{summary:"Two active restreams must not push to the same target",rationale:"A target takes one publisher for each stream key: it refuses the second one, or throws the first one out, and the two take turns for as long as both are on. Delete one of them, set `active: false` on it, or give it the backup address and the key of its own that the platform has for it.\n\nThe same target means: for RTMP and RTMPS the same host, port, app and stream key with its query; for SRT the same host, port and `streamid`. Placeholders are the same if they are written alike.\n\nIn two files it is a warning: they may be meant for different days.",invalid:[`restreams:
  - name: Main stage
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
  - name: Studio
    stream_id: 21
    uri: rtmp://a.rtmp.youtube.com:1935/live2/\${YOUTUBE_KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
  - stream_id: 20
    uri: rtmp://b.rtmp.youtube.com/live2?backup=1/\${YOUTUBE_KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
  - stream_id: 21
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
    active: false
`],sources:["Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`; the stream key says whose stream it is.","arut/nginx-rtmp-module, `ngx_rtmp_live_module.c`: a second publisher of a name is refused, `Already publishing`. Inferred: others let the newer one in.","RFC 3986, \xA76.2: hosts in any case, default ports and needless escapes are equivalent; RFC 5952: one spelling of each IPv6 address."]},*check(e){let t=new Map;for(let{target:r,address:n}of Bn([e])){let s=t.get(n);s?yield Wn(r,{range:Gn(s),message:"The first one is here"}):t.set(n,r)}},*checkAcross(e){let t=new Map,r=new Map;for(let n of Bn(e)){let{target:s,address:o,document:i}=n;if(r.get(o)===i)continue;r.set(o,i);let a=t.get(o);if(!a){t.set(o,n);continue}let d={range:Gn(a.target),message:"The first one is here"};yield{...Wn(s,{...d,document:a.document}),message:"A restream in another file pushes to the same target: with both on air, the target refuses one or throws it out",severity:"warning",document:i}}}};function*Bn(e){let t=new Set,r=new Set;for(let{targets:n}of e)for(let s of n){let o=Jt(s);(t.has(o)?r:t).add(o)}if(r.size!==0)for(let n of e)for(let s of n.targets){if(!s.restream.isActive||!r.has(Jt(s)))continue;let o=nn(s);o!==void 0&&(yield{target:s,address:o,document:n})}}function Wn({restream:e},t){let{range:r,path:n,related:s}=$(e,"uri");return{message:"Another active restream pushes to the same target: the target refuses one of them, or throws it out",range:r,path:n,related:[t,...s]}}function Gn({restream:e}){return $(e,"uri").range}function Hn(e,t){if(e.kind!=="mapping"||rt(e)!=="whole")return;let r=M(e,"streams"),n=r?.value;if(n?.kind!=="sequence"||n.tag!==void 0||n.items.length===0)return;let s=new Map;for(let c of Le(e)){let u=c.id?.value;if(u===void 0||c.node.tag!==void 0||!yt(u))return;s.has(u)||s.set(u,c)}let{range:o}=r?.key??n,a=e.entries.find(({key:c})=>c.range.start>o.start)?.key.range.start??1/0,m=!t.some(c=>o.start<=c.range.start&&c.range.start<=a)&&n.items.every(({kind:c})=>c==="mapping");return r&&m?{key:r.key,list:n,byId:s}:void 0}function jn(e,t,r,n){let s=t.items.at(-1);if(s?.kind!=="mapping"||s.alias||s.tag!==void 0||t.alias)return;let o=e.charAt(t.range.start)==="["&&e.charAt(t.range.end-1)==="]",i=Ca(e,s,r,n);return o?i===void 0?void 0:Da(e,s,i):i===void 0?Ya(e,s,r,n):qn(e,s.range.start,s.range.end,i)}function Ca(e,{range:t,entries:r},n,s){let[o]=r;if(e.charAt(t.start)!=="{"||!o?.value||!Se(o,e))return;let i=o.key.style==="double"?"double":"flow",a=i==="double"&&o.key.range.end+1===o.value.range.start,d=/\s/.test(e.charAt(t.start+1))?" ":"";return`{${d}${E(n,i)}:${a?"":" "}${E(s,i)}${d}}`}function Da(e,{range:t},r){let n=W(e,t.start),s=/[ \t]*,?[ \t]*(?=[\r\n]|$)/y;s.lastIndex=t.end;let o=n!==void 0&&s.test(e),i=r.includes(" ")?" ":"",a=o?ge(e,t.start)+n:i;return zn(t.end,`,${a}${r}`)}function Ya(e,{range:t,entries:r,merged:n},s,o){let i=r.at(-1);if(i?.value?.kind!=="scalar"||i.value.style==="block"||n.length>0||!Se(i,e))return;let a=i.key.style==="double"?"double":"plain",d=`${E(s,a)}: ${E(o,a)}`;return qn(e,t.start,i.value.range.end,d)}function qn(e,t,r,n){let s=W(e,t),o=he(e,r);if(o===void 0||s===void 0||!/^ *- +$/.test(s))return;let i=r+o.length,a=/(?:\r\n?|\n)([ \t]*)#/y;if(a.lastIndex=i,!((a.exec(e)?.[1]?.length??0)>s.indexOf("-")))return zn(i,ge(e,t)+s+n)}function zn(e,t){return{range:{start:e,end:e},newText:t}}var Xn={id:"undeclared-stream",group:"document",severity:"warning",offers:"suggestions",docs:{summary:"Where `streams` declares the sources, it must hold the stream of each restream",rationale:"A `stream_id` that is not in the list is mistyped, so that another stream goes on air at this target, or `streams` is not complete: then nothing can be said of whether the target takes what the source sends. Correct the one or add to the other; `- id: 21` alone is enough.\n\nA document without `streams`, or with an empty list, declares nothing and so leaves nothing out. Where a placeholder stands for an ID, it may be any stream's.",invalid:[`streams:
  - id: 20
    protocol: rtmp
restreams:
  - stream_id: 30
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
`],valid:[`streams:
  - id: 20
    protocol: rtmp
  - id: 30
restreams:
  - stream_id: 30
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
`,`restreams:
  - stream_id: 30
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
`],sources:["Gcore, API reference of restreams: `stream_id` is the ID of the stream to restream; any stream of the account will do.","Inferred: whoever lists the sources means to list them all."]},*check(e){if(e.streams.length===0)return;let t;for(let r of e.restreams){let{streamId:n,stream:s}=r;if(s||n===void 0||!yt(n))continue;t??=Ka(e);let o=t(r);if(!o)continue;let{range:i,path:a,related:d}=$(r,"stream_id");yield{message:`"streams" does not declare stream ${n}: either another stream goes on air here, or its declaration is missing`,range:i,path:a,related:[{range:o.key.range,message:"The streams are declared here"},...d],fixes:[...Ba(r,n,o).map(m=>Va(e,r,m)),f(`Add stream ${n} to "streams"`,jn(e.text,o.list,"id",Number(n)))].map(V)}}}};function Ka(e){let t=new Map;for(let r of e.syntax.roots){let n=Hn(r,e.syntax.faults);if(n)for(let{node:s}of nt(r))t.set(s,n)}return({node:r})=>t.get(r)}function Ba({uri:e},t,{byId:r}){if(r.size>Wa)return[];let n=e?.uri.protocol,s=[...r].flatMap(([o,{protocol:i}])=>i&&n&&!L(i.value,n).supported?[]:o);return r.size===1?s:s.filter(o=>Ga(t,o)).slice(0,3)}var Wa=50;function Ga(e,t){let[r,n]=e.length<=t.length?[e,t]:[t,e];if(n.length-r.length>1||n.length===1)return!1;let s=0;for(;s<r.length&&r[s]===n[s];)s+=1;if(r.length<n.length)return r.slice(s)===n.slice(s+1);if(r.slice(s+1)===n.slice(s+1))return!0;let o=`${n.charAt(s+1)}${n.charAt(s)}${n.slice(s+2)}`;return r.slice(s)===o}function Va(e,{node:t},r){let n=t.alias?void 0:t.entries.find(({key:s})=>s.value==="stream_id");return f(`Push stream ${r}`,n?ee(e,n,Number(r)):void 0)}var Qn={id:"duplicate-stream",group:"document",severity:"error",docs:{summary:"A stream must be declared once, and its source protocol said in one way",rationale:"Restreams are checked against what `streams` says of their source. Where one `id` stands there twice, only the first is read: a codec or protocol that the second one declares is checked against nothing, and one of the two is probably meant for another stream.\n\nA stream has one source at a time. Where a restream's `source_protocol` and its stream's `protocol` differ, the restream's own word is taken, and one of them is out of date: that is a warning.",invalid:[`streams:
  - id: 20
    protocol: rtmp
  - id: 20
    protocol: srt
restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
`,`streams:
  - id: 20
    protocol: rtmp
restreams:
  - stream_id: 20
    source_protocol: srt
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
`],valid:[`streams:
  - id: 20
    protocol: rtmp
  - id: 21
    protocol: srt
restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
`,`streams:
  - id: 20
    protocol: srt
restreams:
  - stream_id: 20
    source_protocol: srt
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
`],sources:["Gcore, API reference of streams: `id` names one stream.","https://gcore.com/docs/streaming/live-streaming/primary-backup: a stream takes one protocol at a time."]},*check(e){for(let{stream:t,first:r}of Ha(e)){let{range:n,path:s,related:o}=$(t,"id");yield{message:'This stream is declared already, and restreams are checked against the first one alone: delete one, or correct its "id"',range:n,path:s,related:[{range:$(r,"id").range,message:"The first one is here"},...o]}}for(let t of e.restreams){let{source:r,stream:n}=t,s=n?.protocol;if(!r||!n||!s||r.value===s.value)continue;let[o,i]=[w(r.value),w(s.value)],{range:a,path:d,related:m}=$(t,"source_protocol");yield{message:`The source is ${o} here, and ${i} in "streams": a stream has one source, so one of them is wrong`,severity:"warning",range:a,path:d,related:[{range:$(n,"protocol").range,message:`The stream is declared as ${i} here`},...m]}}}};function*Ha({streams:e,syntax:t}){if(!(e.length<2))for(let r of t.roots){let n=new Map;for(let s of Le(r)){let o=s.id?.value,i=o===void 0?void 0:n.get(o);i?yield{stream:s,first:i}:o!==void 0&&n.set(o,s)}}}var Jn={id:"syntax-error",group:"document",severity:"error",docs:{summary:"A restream document must be valid YAML or JSON",rationale:"Nothing that cannot be read can be pushed. A restream that holds a syntax error is not checked any further; the others of the document are.\n\nIn YAML most of these errors go away when the URI is put in double quotes: a plain value cannot begin with `{`, `[`, `*`, `&`, `!`, `%`, `@` or a backtick, nor hold `: ` or ` #`.",invalid:[`restreams:
  - stream_id: 20
    uri: "rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
`,'{ "restreams": [{ "stream_id": 20 "uri": "rtmp://ingest.studio-b.net/live/${STUDIO_KEY}" }] }\n'],valid:[`restreams:
  - stream_id: 20
    uri: "rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}"
`,'{ "restreams": [{ "stream_id": 20, "uri": "rtmp://ingest.studio-b.net/live/${STUDIO_KEY}" }] }\n'],sources:["YAML 1.2.2, https://yaml.org/spec/1.2.2/: the grammar; \xA77.3.3, what a plain value may hold.","RFC 8259, JSON: no comments, no trailing commas."]},*check({syntax:e}){for(let{kind:t,message:r,range:n}of e.faults)t==="syntax"&&(yield{message:r,range:n,path:""})}};var Zn={id:"unknown-field",group:"document",severity:"warning",offers:"suggestions",docs:{summary:"A field must be one that restreams, or their streams, have",rationale:"An unknown field has no effect: a restream with `enabled: false` is active all the same, and one with `latency: 2000` beside its URI is pushed with the default latency. SRT parameters belong in the query of `uri`, a stream key in its path.\n\nFor notes of your own, use comments, or keys that begin with `x-`: they are left alone.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
    enabled: false
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
    active: false
    x-owner: newsroom
`],sources:["Gcore, API reference of restreams: the fields are `name`, `active`, `uri`, `stream_id`, `client_user_id` and the status `live`.","Inferred: the reference says nothing of other fields, so they are taken to have no effect."]},*check({shape:e}){for(let t of e){if(t.kind!=="unknown-field")continue;let{entry:r,meant:n,fits:s,path:o}=t,i={start:0,end:String(r.key.value).length},a=n!==void 0&&s&&r.key.offsets!==void 0;yield{message:qa(t),range:r.key.range,path:o,fixes:[a?f(`Rename it to "${n}"`,{range:B(r.key,i),newText:n}):void 0]}}}},ja={restream:"A restream",stream:"A stream",whole:"A restream document",wrapped:"A request body"};function qa({entry:e,shape:t,meant:r}){let n=bt(e),s=`${ja[t]} has no ${n?`field ${n}`:"such field"}, so it has no effect`;return r!==void 0?`${s}: did you mean "${r}"?`:t==="restream"&&v(String(e.key.value))!==void 0?`${s}: SRT parameters belong in the query of "uri"`:s}function ts(e,t){if(e===null)return;if(t.enum)return typeof e=="string"?Qa(t.enum,e):void 0;let r=[t.type].flat();if(r.includes("boolean"))return za.get(String(e).trim().toLowerCase());if(typeof e=="string")return r.includes("integer")||r.includes("number")?Ja(e,t,r.includes("integer")):void 0}var za=new Map([...["true","yes","y","on","1"].map(e=>[e,!0]),...["false","no","n","off","0"].map(e=>[e,!1])]),Xa={us:["\xB5s","\u03BCs","usec","usecs","microsecond","microseconds"],ms:["msec","msecs","millisecond","milliseconds"],s:["sec","secs","second","seconds"],h264:["avc","avc1","x264"],hevc:["h265","x265"],av1:["av01"],"public-internet":["internet","public"]};function Qa(e,t){let r=es(t);return e.filter(s=>typeof s=="string").find(s=>es(s)===r||Xa[s]?.includes(r))}function es(e){return e.toLowerCase().replaceAll(/[\s._-]/g,"")}function Ja(e,t,r){if(!/^-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?$/.test(e.trim()))return;let n=Number(e),{minimum:s=-1/0,exclusiveMinimum:o=-1/0}=t;return n>=s&&n>o&&(!r||Number.isInteger(n))?n:void 0}var rs={id:"wrong-type",group:"document",severity:"error",offers:"fix",docs:{summary:"Each value must be of its field's type, and one of the words or numbers that the field takes",rationale:"A `stream_id` in quotes is a text and names no stream; `active: yes` is a text too, since YAML 1.2 knows only `true` and `false`; `latency_unit: usec` says nothing to the rules that read it. IDs count from 1, so `0` and negative ones name nothing.\n\nA placeholder stands for a value of any type: `stream_id: ${STREAM_ID}`.",invalid:[`restreams:
  - stream_id: "20"
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
    active: yes
`,`streams:
  - id: 20
    video_codec: H.265
restreams: []
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${STUDIO_KEY}
    active: true
`,`restreams:
  - stream_id: \${STREAM_ID}
    uri: \${RESTREAM_URI}
    active: \${ACTIVE:-true}
`,`streams:
  - id: 20
    video_codec: hevc
restreams: []
`],sources:["Gcore, API reference of restreams: `name` and `uri` are strings, `active` is a boolean, `stream_id` and `client_user_id` are integers.","YAML 1.2.2, \xA710.3.2: only `true` and `false`, in lower case, capitalised or in capitals, are booleans.","Inferred: the IDs in Gcore's reference count from 1."]},*check(e){for(let t of e.shape){if(t.kind!=="wrong-type")continue;let{node:r,entry:n,path:s}=t,o=Za(e,t),i=typeof o=="string"&&t.expected.enum===void 0,a=n&&o!==void 0?ee(e,n,o):void 0;yield{message:rd(t,o!==void 0),range:r.kind!=="scalar"&&n?n.key.range:wt(e.text,r),path:s,fixes:a?[S(ed(o,i),...xn(e.text,a))]:[]}}}};function Za({text:e},{node:t,name:r,expected:n}){if(t.kind==="scalar")return r==="name"&&typeof t.value!="string"?e.slice(t.range.start,t.range.end):ts(t.value,n)}function ed(e,t){return t?"Put it in quotes":mr.test(String(e))?"Write it without quotes":`Write ${e}`}var td=/^version https:\/\/git-lfs\.github\.com\/spec\/v\d/;function rd({node:e,name:t,expected:r,entry:n},s){let o=n?`"${t}"`:t.replace(/^a/,"A"),i=r.enum&&!s?void 0:kn(e,s),a=nd(e,t),d=i===void 0?"":`, not ${i}`;return`${o} must be ${Sn(r)}${d}${a===void 0?"":`: ${a}`}`}function nd(e,t){return e.kind==="scalar"&&td.test(String(e.value))?'this is what Git LFS keeps in place of the document: "git lfs pull", and check that file':t==="name"&&e.kind==="scalar"?"put it in quotes":t==="restreams"&&e.kind==="mapping"?"write a list, even of one restream":t==="restream"&&e.kind==="sequence"?'a list belongs in "restreams"':t==="uri"&&e.kind==="sequence"?"write one restream for each target":e.kind==="scalar"&&!e.filling&&e.style!=="double"&&e.style!=="single"&&/^(?:y|yes|n|no|on|off)$/i.test(String(e.value))?"YAML 1.2 reads it as a text":void 0}var ns={id:"malformed-uri",group:"uri",severity:"error",docs:{summary:"A target's URI must begin with a scheme and `//`",rationale:"Gcore takes `rtmp://\u2026`, `rtmps://\u2026` and `srt://\u2026`. Without the scheme or its `//` the API refuses the restream, and nothing else can be said of the address, so its other faults show once this one is mended.\n\nA `%` without two hex digits is a warning: some tools decode it, others send it as it is, and then the stream key or passphrase is not the one that you meant. Write `%25` for a literal `%`.",invalid:[`restreams:
  - stream_id: 20
    uri: ingest.studio-b.net:1935/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp:/ingest.studio-b.net/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/li%ve/\${KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net:1935/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: \${TARGET_URI}
`],sources:["Gcore, API reference of restreams: a URI without one of its schemes is answered with 422, `invalid uri, supported protocols are rtmp, rtmps, srt`.","RFC 3986, sections 2.1, 3.1 and 3.2: percent-encoding, scheme, authority."]},*check({restreams:e}){for(let{uri:t}of e)t&&(yield*sd(t))}};function*sd(e){let{uri:t}=e;switch(t.fault){case"empty":yield{message:"The URI is empty: there is nowhere to push to",about:t.fault,range:e.node.range,path:e.path};break;case"no-scheme":yield{message:"The URI does not begin with a scheme: write rtmp://, rtmps:// or srt:// before the host",about:t.fault,...l(e,od(t))};break;case"no-slashes":yield{message:'The scheme is not followed by "//": without it there is no host to push to',about:t.fault,...l(e,id(t))};break;case"unsupported-scheme":case"malformed-placeholder":break;case void 0:yield*ad(e)}}function od({text:e}){let t=e.length-e.trimStart().length;return{start:t,end:t+(/^(?:[^/?#]+|.{1,2})/s.exec(e.slice(t))?.[0].length??0)}}function id({text:e,scheme:t}){let r=t?.range.start??0;return{start:r,end:r+(/^[^:]*:[/\\]*/.exec(e.slice(r))?.[0].length??0)}}function*ad(e){let{authority:t,path:r,query:n,fragment:s,surface:o}=e.uri,a=[t?.userinfo,r,n,s].filter(d=>d!==void 0).flatMap(({range:d})=>dd(o.masked,d)??[]);for(let d of a.slice(0,1))yield{message:'"%" is not followed by two hex digits: some tools will read this part otherwise; write %25 for a "%"',severity:"warning",...l(e,d)}}function dd(e,{start:t,end:r}){let n=/%(?!\ufdd1*[0-9a-f]?\ufdd1*\ufdd0|\ufdd1*[0-9a-f]\ufdd1*[0-9a-f])/i.exec(e.slice(t,r));return n?{start:t+n.index,end:t+n.index+1}:void 0}var md,cd=()=>md??=require("./did-you-mean.cjs"),ke=(...e)=>cd().didYouMean(...e);var ld=new Set(["youtube.com","youtu.be","twitch.tv","facebook.com","fb.watch","kick.com","vimeo.com","dailymotion.com"]);function ss(e,t){let r=e.toLowerCase().replace(/\.$/,"").replace(/^(?:www|m)\./,"");return ld.has(r)||/\.(?:m3u8|mpd)$/i.test(t)}var is={id:"unsupported-scheme",group:"uri",severity:"error",offers:"suggestions",docs:{summary:"A target's scheme must be `rtmp`, `rtmps` or `srt`",rationale:"Gcore pushes RTMP, RTMPS and SRT, and the API refuses every other scheme.\n\nAn `https` address is mostly the one to watch at: a page, or a playlist (`.m3u8`, `.mpd`). Platforms show the address to push to, the server URL and the stream key, in their live settings.",invalid:[`restreams:
  - stream_id: 20
    uri: rtpm://ingest.studio-b.net/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: https://www.youtube.com/watch?v=jfKfPfyJRdk
`,`restreams:
  - stream_id: 20
    uri: rtsp://ingest.studio-b.net/live/\${KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: \${SCHEME}://ingest.studio-b.net/live/\${KEY}
`],sources:["Gcore, API reference of `uri`: supported protocols are rtmp, rtmps, srt; any other is answered with 422.","arut/nginx-rtmp-module#1240: `rtpm://` as people write it.","inferred: no platform takes a pushed stream at the addresses of its watch pages and playlists."]},*check({restreams:e}){for(let{uri:t}of e){let{fault:r,scheme:n,authority:s,path:o}=t?.uri??{};if(!t||r!=="unsupported-scheme"||!n||!s||!o)continue;let i=n.text.toLowerCase(),a=s.host.text,[d]=ve(a),m=i==="http"||i==="https";if(m&&ss(a,o.text)){yield{message:"This is where people watch, not where to push: take server URL and stream key from the live settings",...l(t,{start:s.hostAndPort.start,end:o.range.end})};continue}let c=ud.get(i)??(os.has(i)?void 0:ke(i,T)),u=c||os.has(i)?`, not "${i}"`:"";yield{message:`Gcore pushes rtmp, rtmps or srt${m&&d?` to ${d.name}'s ingest`:""}${u}: the API refuses this address`,...l(t,n.range),fixes:c?[f(`Change the scheme to "${c}"`,h(t,n.range,c))]:[]}}}},ud=new Map([["rtmpt","rtmp"],["rtmpe","rtmp"],["rtmpte","rtmp"],["rtmpts","rtmps"]]),os=new Set("http https rtsp rtsps rtp srtp rtmfp rist udp tcp tls quic ws wss ftp ftps sftp file mms mmsh mmst hls dash whip whep webrtc ndi zixi icecast".split(" "));var as={id:"uppercase-scheme",group:"uri",severity:"warning",offers:"fix",docs:{summary:"A target's scheme must be in lower case",rationale:"RFC 3986 lets schemes be written in any case, but not all tools do: FFmpeg looks for a protocol of exactly this name, finds none, and does not connect. Type `srt://`.",invalid:[`restreams:
  - stream_id: 20
    uri: RTMP://ingest.studio-b.net/live/\${KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${KEY}
`],sources:["FFmpeg, `libavformat/avio.c`: protocols are compared letter for letter.","RFC 3986, section 3.1: the canonical form of a scheme is lower case."]},*check(e){for(let{field:t,uri:r}of e.targets){let{protocol:n,scheme:s}=r;!n||!s||s.text===n||(yield{message:`The scheme must be in lower case: FFmpeg does not know "${s.text}"`,...l(t,s.range),fixes:[S(`Write "${n}"`,h(t,s.range,n))]})}}};var ls={id:"stray-whitespace",group:"uri",severity:"error",offers:"fix",docs:{summary:"A target's URI must hold no blanks, tabs, line breaks or invisible spaces",rationale:"Whitespace comes along when an address is copied from a page, a chat or a PDF, often unseen. The target takes it for a part of the stream key or the host, and refuses the stream. A block scalar (`|`, `>`) ends with a line break; write `|-` or `>-`, or better quotes.\n\nAt the ends it is never meant, so `--fix` removes it. Inside, look first: a piece may be missing there.",invalid:[`restreams:
  - stream_id: 20
    uri: "rtmp://ingest.studio-b.net/live/\${KEY} "
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/ \${KEY}
`,`restreams:
  - stream_id: 20
    uri: |
      rtmp://ingest.studio-b.net/live/\${KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: |-
      rtmp://ingest.studio-b.net/live/\${KEY:-not set}
`],sources:["RFC 3986, section 2 and appendix C: a URI holds no whitespace.","FFmpeg, `libavformat/rtmpproto.c`: a blank in an RTMP address switches on librtmp-style options."]},*check(e){for(let{field:t,uri:r}of e.targets){if(r.repairs.length===0)continue;let n=r.repairs.filter(({kind:c})=>c==="stray-whitespace"),s=({range:c})=>c.start===0,o=({range:c})=>c.end===r.text.length;for(let c of n.filter(u=>s(u)||o(u))){let u=s(c)?"begins":"ends",g=t.node.style==="block"?": write the value on one line, in quotes":", which the target takes for a part of it";yield{message:`The URI ${u} with ${cs(t,c)}${g}`,about:s(c)?"start":"end",...l(t,c.range),fixes:[ds(t,[c],S)]}}let i=n.filter(c=>!s(c)&&!o(c)),[a]=i;if(!a)continue;let d=cs(t,a),m=i.length>1?` and ${i.length-1} more`:"";yield{message:d==="a blank"&&pd(e.text,oe(t.node))?"YAML joins these lines with a blank: write the URI on one line":`The URI holds ${d}${m}: what follows is lost, or the target refuses it`,about:"inside",...l(t,a.range),fixes:hd(t,i)?[]:[ds(t,i,f)]}}}};function ds(e,t,r){let{node:n,uri:s}=e,o=n.style==="plain"||n.style==="flow",i=k(s.surface,{start:0,end:s.text.length}).text;if(o&&!/^[a-z$<].*[^:]$/is.test(i))return;let a=t.map(({range:d})=>d);return r("Remove the whitespace",...dt(e,a,""))}function pd(e,{style:t,range:r}){let n=e.slice(r.start,r.end);return t!=="block"?(t==="double"?fd:ms).test(n):n.startsWith(">")&&ms.test(n.slice(n.indexOf(`
`)+1))}var ms=/\S[ \t]*\r?\n[ \t]*\S/,fd=/[^\s\\][ \t]*\r?\n[ \t]*\S/;function hd({uri:e},t){return t.some(({range:r})=>e.text.startsWith("# ",r.end))}function cs({uri:e},{range:t}){let r=e.text.slice(t.start,t.end),n=/[^ ]/.exec(r)?.[0];if(n===void 0)return"a blank";let s=n.charCodeAt(0).toString(16).toUpperCase().padStart(4,"0");return gd.get(n)??`an invisible character (U+${s})`}var gd=new Map([["	","a tab"],...[`
`,"\r","\x85","\u2028","\u2029"].map(e=>[e,"a line break"]),["\xA0","a no-break space (U+00A0)"],["\u200B","a zero-width space (U+200B)"],["\uFEFF","a byte order mark (U+FEFF)"]]);var us={id:"control-character",group:"uri",severity:"error",docs:{summary:"A target's URI must hold no control characters",rationale:"Control characters come along when an address is copied from a terminal, a chat or a text in Arabic or Hebrew. Most cannot be seen, and marks that turn the direction of writing show the address otherwise than it is sent. The target takes them for a part of the host or the stream key, and refuses the stream.\n\nType the address again, or paste it by way of a plain text field, and compare it with the platform's: what was copied along may have pushed something else out. Blanks, tabs and line breaks are the business of `stray-whitespace`.",invalid:[`restreams:
  - stream_id: 20
    uri: "rtmp://ingest.studio-b.net/live\\u0007/\${KEY}"
`,`restreams:
  - stream_id: 20
    uri: "\\u202artmp://ingest.studio-b.net/live/\${KEY}\\u202c"
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${KEY}
`],sources:["RFC 3986, section 2: a URI is made of graphic ASCII characters; controls are none.","Unicode, annex 9, section 2: the marks of bidirectional writing; RFC 3987, section 4.1: an address must hold none."]},*check(e){for(let{field:t,uri:r}of e.targets){if(r.repairs.length===0)continue;let n=r.repairs.filter(({kind:i})=>i==="control-character"),[s]=n;if(!s)continue;let o=n.length>1?` and ${n.length-1} more`:"";yield{message:`The URI holds ${yd(r.text.charCodeAt(s.range.start))}${o}, which the target takes for a part of it`,...l(t,s.range)}}}};function yd(e){let t=e.toString(16).toUpperCase().padStart(4,"0");return e>255?`an invisible mark of writing direction (U+${t})`:`a control character (U+${t})`}var ps={id:"escaped-ampersand",group:"uri",severity:"error",offers:"fix",docs:{summary:"A target's URI must hold `&`, not `&amp;` or `\\u0026`",rationale:"An address copied from the source of a page holds `&amp;`, one copied from a log or an API answer `\\u0026`. Nobody turns them back into `&`: the target finds a parameter named `amp;latency`, or one endless streamid, and the settings after it are lost.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&amp;latency=2000
    latency_unit: ms
`,`{ "stream_id": 20, "latency_unit": "ms", "uri": "srt://ingest.studio-b.net:9000?mode=caller\\\\u0026latency=2000" }
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: ms
`,`{ "stream_id": 20, "latency_unit": "ms", "uri": "srt://ingest.studio-b.net:9000?mode=caller\\u0026latency=2000" }
`],sources:["AlexxIT/go2rtc#254 and deepch/RTSPtoWeb#81: stream addresses with a literal `\\u0026`.","FFmpeg, `libavutil/parseutils.c`, and Haivision/srt, `srt-live-transmit`: a query is split at `&` alone."]},*check(e){for(let{field:t,uri:r}of e.targets){if(r.repairs.length===0)continue;let n=r.repairs.filter(({kind:d})=>d==="escaped-ampersand"),[s]=n;if(!s)continue;let o=r.text.slice(s.range.start,s.range.end),i=n.map(({range:d})=>d),a=n.length>1?` (${n.length} times)`:"";yield{message:`${o.startsWith("&")?'"&amp;"':'"\\u0026"'} must be "&"${a}: the target does not find the parameter after it`,...l(t,s.range),fixes:[S('Write "&"',...dt(t,i,"&"))]}}}};var fs={id:"missing-host",group:"uri",severity:"error",docs:{summary:"A target's URI must name a host",rationale:"Gcore opens the connection, so it must know the machine to connect to. `srt://:9000` is how a listener names its own port; for a target write the listener's host before it.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp:///live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: srt://:9000?mode=caller&latency=2000
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://\${HOST}/live/\${KEY}
`],sources:["Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`.","Haivision/srt, `docs/apps/srt-live-transmit.md`: an empty host means 0.0.0.0, and listener mode."]},*check(e){for(let{field:t,uri:r}of e.targets){let{scheme:n,authority:s}=r;if(s?.hostKind.kind!=="missing")continue;let{userinfo:o,host:i}=s,a=o?.range.start??i.range.start;yield{message:'There is no host after "//": Gcore would have nothing to connect to',...l(t,{start:n?.range.start??0,end:a})}}}};var hs={id:"invalid-host",group:"uri",severity:"error",docs:{summary:"A target's host must be an IP address or a DNS name",rationale:"What is neither cannot be looked up, so the restream never connects. A name is made of labels of 1 to 63 letters, digits, `-` and `_`, with dots between them; no label is empty, begins or ends with `-`, and the last is not a number. International names (`b\xFCcher.de`) and a final dot are fine; an IPv6 address stands in brackets.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest..studio-b.net/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://93.184.216.340/live/\${KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://b\xFCcher.de./live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest_2.studio-b.net/live/\${KEY}
`],sources:["RFC 1123, section 2.1, and RFC 1035, section 2.3.4: the letters and lengths of host names; RFC 5890 to 5892: international ones.","WHATWG URL, section 3.5: a name whose last label is a number is read as an IPv4 address."]},*check(e){for(let{field:t,uri:r}of e.targets){let{host:n,hostKind:s}=r.authority??{};!n||s?.kind!=="invalid"||(yield{message:`No such host can exist: it ${s.reason}`,...l(t,n.range)})}}};var gs={id:"unbracketed-ipv6",group:"uri",severity:"error",offers:"suggestions",docs:{summary:"An IPv6 address must stand in brackets",rationale:"Without brackets nobody can tell the last group of the address from a port: tools cut at the first colon or at the last, and connect to another machine, or to none.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://2606:2800:21f::34:1935/live/\${KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://[2606:2800:21f::34]:1935/live/\${KEY}
`],sources:["RFC 3986, section 3.2.2: an IPv6 address is enclosed in square brackets.","Haivision/srt#2764 and #703: SRT addresses with IPv6 hosts."]},*check(e){for(let{field:t,uri:r}of e.targets){let{range:n,readings:s=[]}=r.authority?.unbracketed??{};if(!n)continue;let o=r.protocol==="srt"?s.filter(({hasPort:i})=>i):s;yield{message:'An IPv6 address must stand in "[" and "]": its end cannot be told from a port',...l(t,n),fixes:Z(o.map(({text:i,hasPort:a})=>f(a?"Put brackets before the port":"Put brackets around it all, without a port",h(t,n,i))))}}}};var ys={id:"unreachable-host",group:"uri",severity:"error",docs:{summary:"A target's host must be reachable from the internet",rationale:"Gcore connects from its own data centres. Private, link-local and loopback addresses, `localhost` and `.local` names work on the desk where they were tested, and mean another machine or none from there. Use the public name or address of the server, and forward its port if it is behind a router.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://192.168.1.20/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://localhost/live/\${KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://93.184.216.34/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${KEY}
`],sources:["RFC 6890 and the IANA special-purpose address registries: private, shared, link-local, loopback, unspecified.","RFC 6761, section 6.3: `localhost` and all names under it; RFC 6762: `.local`.","Gcore, restream guide: Gcore initiates the connection."]},*check(e){for(let{field:t,uri:r}of e.targets){let{host:n,hostKind:s}=r.authority??{};!n||s?.kind!=="unreachable"||(yield{message:`Gcore cannot reach this host: it ${s.reason}`,...l(t,n.range)})}}};var bs={id:"placeholder-host",group:"uri",severity:"warning",docs:{summary:"A target's host must not be one that guides write in the place of a real one",rationale:"`example.com` and its kin, names under `.example`, `.test` and `.invalid`, and the address ranges for documentation belong to nobody, and `your-server.com` is not yours: no stream ever arrives there. Put in the host that the platform shows beside the stream key, or a placeholder that is filled in later: `${HOST}`.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://live.example.com/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: srt://203.0.113.7:9000?mode=caller&latency=2000
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: rtmp://your-server-ip/live/\${KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://\${HOST}/live/\${KEY}
`],sources:["RFC 2606 and RFC 6761, sections 6.2, 6.4 and 6.5: names reserved for examples and tests; IANA holds `example.edu` too.","RFC 5737: 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24; RFC 3849: 2001:db8::/32; RFC 9637: 3fff::/20.","Gcore, API reference of restreams: its own example is `srt://example.com:1234?mode=caller`.","Inferred: the words that guides write for a host, such as `your-server`."]},*check(e){for(let{field:t,uri:r}of e.targets){let{host:n,hostKind:s}=r.authority??{};!n||s?.kind!=="placeholder"||(yield{message:`This host was never filled in: it ${s.reason}, so no stream arrives there`,...l(t,n.range)})}}};var vs={id:"invalid-port",group:"uri",severity:"error",docs:{summary:"A target's port must be a number from 1 to 65535",rationale:"TCP and UDP have 16 bits for a port, and 0 means none. With anything else tools refuse the address, or dial a port that nobody listens on.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net:19350000/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net:live/\${KEY}/backup
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net:1935/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net:\${PORT}/live/\${KEY}
`],sources:["RFC 9293, section 3.1, and RFC 768: ports have 16 bits.",'FFmpeg, `libavformat/libsrt.c`: a port below 1 or above 65535 is refused, "Port missing in uri".']},*check(e){for(let{field:t,uri:r}of e.targets){let n=r.authority?.port;if(!O(n)||n.text===""||pe(n)!==void 0)continue;let s=/^[0-9]{1,6}$/.test(n.text)?`, not ${n.text}`:"";yield{message:r.protocol==="srt"&&n.text.includes("=")?'A "?" is missing after the port: what follows is read as a part of the port':`The port must be a number from 1 to 65535${s}: nobody can listen on any other`,...l(t,n.range)}}}};function St(e){let{platform:t,uri:r}=e,{authority:n}=r;if(!n||!/^(?:name|public)$/.test(n.hostKind.kind))return;let s=ft(n.host.text);if(!t){let a=yn(s);return a&&{kind:"site",platform:a}}let o=bd(e,t,s);if(o!==void 0)return{kind:"host",platform:t,host:o};let i=vd(e,t);return i?{kind:"scheme",platform:t,schemes:i}:gr(e,t)?{kind:"app",platform:t}:void 0}function bd({uri:e},{hostEnds:t={}},r){let n=e.protocol&&t[e.protocol];if(n===void 0||r.endsWith(n))return;let s=Object.values(t).find(o=>r.endsWith(o));return s&&r.slice(0,-s.length)+n}function vd(e,{schemes:t}){let{protocol:r}=e.uri;if(!(!r||!t||t.source.isThirdParty||Be(e)))return t.value.includes(r)?void 0:t}function gr({field:e},{apps:t}){let{app:r,streamKey:n,lacks:s}=e.rtmp??{};return!t||!r||r.isOpen||s!==void 0?!1:!t.value.some(o=>o===r.text||wd(o,r,n))}function wd(e,t,r){if(!e.startsWith(`${t.text}/`))return!1;let n=e.slice(t.text.length+1);return r?.isOpen===!0||`${r?.text??""}/`.startsWith(`${n}/`)}function Be({platform:e,uri:t}){let r=e?.schemes?.value;return t.protocol==="rtmp"&&r!==void 0&&r.includes("rtmps")&&!r.includes("rtmp")}var xd={rtmp:[443],rtmps:[1935,80],srt:[]};function kt(e,t){return xd[e].includes(t)}var ws={id:"unusual-port",group:"uri",severity:"warning",docs:{summary:"RTMPS belongs on port 443, and RTMP on 1935, unless the target says otherwise",rationale:"RTMPS begins with a TLS handshake, RTMP does not. Where the port speaks the other one, the connection is closed before a picture is sent. It mostly happens when somebody changes the scheme and leaves the port: change both, or leave the port out.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmps://ingest.studio-b.net:1935/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net:443/live/\${KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmps://ingest.studio-b.net:443/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://global-live.mux.com:5222/app/\${MUX_KEY}
`],sources:["RTMP specification: port 1935; RTMPS is RTMP in TLS, on 443 (FFmpeg `libavformat/rtmp.h`; Gcore, RTMP).","Gcore, initial parameters, errors: port 80 is unsuitable for RTMPS, use 443.","obsproject/obs-studio, `rtmp-services`: of 106 RTMPS servers none is on 1935 or 80; of 430 RTMP servers one is on 443."]},*check(e){for(let t of e.targets){let{field:r,uri:n}=t,s=n.authority?.port,o=s&&pe(s);if(!s||o===void 0||!n.protocol||!kt(n.protocol,o)||Sd(t,o))continue;let i=w(n.protocol),a=n.protocol==="rtmp"?"RTMPS":o===80?"plain HTTP":"plain RTMP";yield{message:`Port ${o} is for ${a}, but the scheme says ${i}, whose port is ${Me[n.protocol]}: the connection most likely fails`,...l(r,s.range)}}}};function Sd(e,t){let{platform:r,uri:n}=e;return!!(n.protocol&&r?.ports?.value[n.protocol])?.includes(t)||Be(e)||kd(e)}function kd(e){let t=St(e);return t!==void 0&&t.kind!=="app"}var xs={id:"credentials-in-uri",group:"uri",severity:"warning",docs:{summary:"A target's URI must not hold a user name and a password",rationale:"Everyone who may see the restream sees its URI: in this file, in the API's answers, in logs. Gcore documents no `user:password@` before the host, and few servers read it; most tell the sender by the stream key, or in SRT by `streamid` and `passphrase`. A password with a bare `@` or `/` in it moves the host as well.\n\nLeave it out, or keep both out of the file: `rtmp://${USER}:${PASSWORD}@host/app/key`. A user name alone is no secret, and is not reported.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://studio:correct-horse@ingest.studio-b.net/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://studio:\${PASSWORD}@ingest.studio-b.net/live/\${KEY}
`],valid:["restreams:\n  - stream_id: 20\n    uri: rtmp://${USER}:${PASSWORD}@ingest.studio-b.net/live/${KEY}\n",`restreams:
  - stream_id: 20
    uri: rtmp://studio@ingest.studio-b.net/live/\${KEY}
`],sources:["RFC 3986, section 3.2.1: `user:password` is deprecated, since it exposes the password wherever the URI is shown.","Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`, without userinfo."]},*check(e){for(let{field:t,uri:r}of Qe(e).targets){let n=r.authority?.userinfo;!n||!Rd(r,n.range.start,n.range.end)||(yield{message:n.text.startsWith(":")?"There is a password in the URI, which logs and API answers show: leave it out, or write ${PASSWORD}":"There is a user name and a password in the URI, which logs and API answers show: leave them out, or write ${USER}:${PASSWORD}",...l(t,n.range)})}}};function Rd({surface:e},t,r){let n=e.masked.slice(t,r).indexOf(":");if(n===-1)return!1;let s=k(e,{start:t,end:t+n}),o=k(e,{start:t+n+1,end:r}),i=I(e,s)!==""||I(e,o)!=="";return o.text!==""&&i}var te="This target";function Re({path:e,query:t,fragment:r,surface:n},{app:s}){let o=(r??t??e).range.end,i=n.masked.slice(s?.range.end??o,o);if(!(!s||!_d.test(i)))for(let{index:a,0:d}of i.matchAll(/[^/?&#]+/g)){let m=s.range.end+a,c=m+d.indexOf("=")+1,u=k(n,{start:c,end:m+d.length}),g=u.isOpen?void 0:Td(u.text);if(g)return{range:u.range,kind:g}}}var _d=/key|your|here|replace|xx|\*\*|\.\.|--|__|[<{[\u2022\u25cf\u2026]/i,$d=100;function Td(e){if(!(e.length>$d))return Ed.test(e)||Od.test(e)&&/x{4}|x{2}[-_]x{2}/i.test(e)?"mask":Id.test(e)||Pd.test(e)||Ad.test(e)||Nd.test(e.toLowerCase().replaceAll(/[-_.+]|%20/g,""))?"name":void 0}var Ed=/^(?:[*.\u2022\u25cf]{3,}|\u2026+|-{3,}|_{3,})$/,Od=/^(?:live_|fb-|sk_[a-z0-9-]+_)?x{2,}(?:[-_](?:x+|[0-9]))*$/i,Id=/^<[^<>]+>$/,Pd=/^[[{][\p{L}_.*-]+[0-9]?[\]}]$/u,Ad=/^(?:[A-Z0-9]+_)+KEY$/,Ss="(?:youtube|yt|twitch|facebook|fb|kick|instagram|tiktok|linkedin|vimeo|rtmps?|obs|live)?",Rt=`${Ss}(?:stream(?:ing)?(?:key|name|id)|(?:secret)?key|token|secret)`,Nd=new RegExp(`^(?:${Ss}stream(?:ing)?key|streamkeyorstreamname|(?:insert|enter|paste|put|add)(?:your|the)?${Rt}(?:here)?|(?:the)?${Rt}here|your(?:own)?(?:${Rt}|stream)(?:here)?|replace(?:me|with(?:your|the)?${Rt}))$`);var Fd=new Set(["passphrase","streamid","srt_streamid"]);function _t(e){return Fd.has(e)}var Md=/(?:^#!::|,)(?:s|p|pw|pwd|pass|passwd|password|key|token|auth|secret|sign)=([^,]+)|[?&](?:key|token|auth|secret|password|sign)=([^,&]+)/i,Ld=/^publish:[^:]*:[^:]*:([^:]+)/,Ud=/^[0-9]+b?(?:#|%23)([0-9a-z]+)$/i;function ks({text:e,range:t},r){let n=i(Md.exec(e)??Ld.exec(e));if(n)return{kind:"password",range:n};let s=i(Ud.exec(e));if(s)return{kind:"token",range:s};return!e.startsWith("#!::")&&(r||Yd(e))&&e!==""?{kind:"streamid",range:t}:void 0;function i(a){let d=a?.slice(1).find(c=>c!==void 0);if(!a||d===void 0)return;let m=t.start+a.index+a[0].lastIndexOf(d);return{start:m,end:m+d.length}}}var Cd=512,Dd=/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;function Yd(e){return Dd.test(e)?!0:(e.slice(0,Cd).match(/[0-9A-Za-z]{16,}/g)??[]).some(r=>(r.match(/[0-9]+|[a-z]+|[A-Z]+/g)?.length??0)>6&&/[0-9].*[0-9]/.test(r))}function yr(e){let t=[],r=new Set;for(let n of Qe(e).targets){let{node:s}=n.field,o=Kd(n);if(!(o.length===0||r.has(s))){r.add(s);for(let{kind:i,range:a}of o)t.push({kind:i,target:n,part:a,...l(n.field,a)})}}return t}function $t({target:{uri:e},part:t}){return e.repairs.some(({range:n})=>n.start<t.end&&n.end>t.start)?void 0:e.text.slice(t.start,t.end).replaceAll(/\$\$\{(?!\{)/g,"${")}function Kd(e){let{uri:t,field:r}=e,n=t.authority?.userinfo?Wd(t,t.authority.userinfo):void 0,s=r.rtmp?Gd(e,r.rtmp):Hd(e);return n?[n,...s]:s}var We=[],Bd=/^(?:x{3,}(?:[-_]x+)*|[*.]{3,}|<[^<>]+>|\[[^[\]]+\]|(?:(?:your|my|the)[-_ ]?)?(?:(?:stream|srt)[-_ ]?)?(?:key|id|passphrase|password|token)(?:[-_ ]?here)?)$/i;function Rs({text:e},{start:t,end:r}){return t<r&&!Bd.test(e.slice(t,r))}function Wd(e,{range:{start:t,end:r}}){let{masked:n,placeholders:s}=e.surface,o=n.slice(t,r).indexOf(":"),i={start:t+o+1,end:r},a=s.some(m=>m.range.end>i.start&&m.range.start<r);return o!==-1&&!a&&Rs(e,i)?{kind:"password",range:i}:void 0}function Gd({uri:e,platform:t},r){let{app:n,streamKey:s}=r,{query:o,fragment:i}=e,a=o??i,d=s??a;if(!n||!d||s?.isOpen||o?.isOpen||i?.isOpen||Re(e,r))return We;let{end:m}=(i??o??d).range;if(t?.name==="Gcore"&&/^[0-9]+b?$/.test(s?.text??"")){let u=a?.range.start??m;return u<m?[{kind:"token",range:{start:u,end:m}}]:We}let c=d.range.start+(s?0:Vd(d));return c<m?[{kind:"stream key",range:{start:c,end:m}}]:We}function Vd({text:e,range:t}){return e.length===t.end-t.start&&/^backup=[0-9]\//.exec(e)?.[0].length||0}function Hd({field:{pairs:e},uri:t,platform:r}){let n;for(let{name:s,value:o}of e){if(!_t(s.text)||!O(o)||!Rs(t,o.range))continue;let i=s.text==="passphrase"?{kind:"passphrase",range:o.range}:jd(o,qd(r?.name));i&&(n??=[]).push(i)}return n??We}function jd(e,t){return e.text.length===e.range.end-e.range.start?ks(e,t):void 0}function qd(e){return e!==void 0&&e!=="Gcore"&&e!==te}function zd(e){let[t]=e;if(!t||e.some(({secret:s})=>$t(s)===void 0))return;let r=e.map(({secret:s,name:o})=>h(s.target.field,s.part,`\${${o}}`)),n=r.filter(s=>s!==void 0);return n.length===r.length?n:Xd(e,t)}function Xd(e,t){let{node:r,uri:n}=t.secret.target.field,{style:s,offsets:o,range:i}=r,a=Qd.find(({escaped:m})=>!m.test(n.text))?.quote;if(s!=="flow"||typeof o!="number"||a===void 0)return;let d=e.map(({secret:{part:m},name:c})=>({range:{start:o+m.start,end:o+m.end},newText:`\${${c}}`}));return[{range:{start:i.start,end:i.start},newText:a},...d,{range:{start:i.end,end:i.end},newText:a}]}var Qd=[{quote:'"',escaped:/["\\]/},{quote:"'",escaped:/'/}];function _s(e){let t=zd([e]),r=`Move it to \${${e.name}}: set that variable to what stands here now`;return t&&V(f(r,...t))}var Jd={"stream key":"KEY",passphrase:"PASSPHRASE",streamid:"STREAMID",password:"PASSWORD",token:"TOKEN"};function Ts(e){let t=new Set(e.keys()),r=Zd(e),n=new Map,s=new Map;return a=>{let d=$t(a),m=`${a.kind} ${d}`,c=d===void 0?void 0:n.get(m);if(c!==void 0)return c;let u=`${em(a)}_${Jd[a.kind]}`,g=d!==void 0&&o(d,u)||i(u);return t.add(g),n.set(m,g),g};function o(a,d){return r.get(a)?.find(m=>m.startsWith(d)&&/^(?:_[0-9]+)?$/.test(m.slice(d.length)))}function i(a){let d=s.get(a)??1;for(;t.has($s(a,d));)d+=1;return s.set(a,d),$s(a,d)}}function Zd(e){let t=new Map;for(let[r,n]of e)n!==void 0&&t.set(n,[...t.get(n)??[],r]);return t}function $s(e,t){return t===1?e:`${e}_${t}`}function br({text:e,wholeText:t}){return[...(t?.()??e).matchAll(/\$\{\s*(?:env:)?(\w+)/g)].map(([,r=""])=>r)}function em({target:{restream:e,uri:t,platform:r}}){let[n]=r?.name.split(" or ")??[],s=n!==void 0&&n!==te?n:rm(t.authority?.host.text??""),o=t.text.includes("@",t.authority?.hostAndPort.end);if(s!==void 0&&!o)return tm(s);let i=/\/([0-9]{1,9})$/.exec(e.path)?.[1]??"0";return`RESTREAM_${Number(i)+1}`}function tm(e){return e.toUpperCase().replaceAll(/[^A-Z0-9]/g,"_")}function rm(e){let t=e.toLowerCase().replace(/\.$/,"").split("."),r=t.at(-1)??"";if(!/^[a-z]{2,}$/.test(r))return;let n=r.length===2&&t.length>2&&(t.at(-2)??"").length<=3,s=t.at(n?-3:-2)??"";return t.length>1&&/^[a-z][a-z0-9-]{0,30}$/.test(s)?s:void 0}var Is={id:"hard-coded-secret",group:"uri",severity:"info",offers:"suggestions",docs:{summary:"Stream keys, passphrases and passwords should be placeholders",rationale:"A stream key is all that it takes to go on air in your place. A document that is committed, mailed or pasted into a ticket takes its keys along, and git's history keeps them when the file has long been changed.\n\nWrite `${YOUTUBE_KEY}` in its place, and keep the value in the environment or in an env file that git ignores. `restream-lint secrets --move` does both. A key that was ever committed is no longer secret: have the platform make a new one.\n\nWhat counts: the stream key of an RTMP URI with its query; an SRT `passphrase`; the password before an `@`; a `streamid` where the platform takes its stream key there, where nobody could guess it, or where it holds a password or token (`#!::u=\u2026,s=\u2026`, Gcore's `ID#TOKEN`). A streamid that only names a stream does not (`streamid=1`, `#!::r=live,m=publish`), nor does anything with a placeholder in it, nor `xxxx-xxxx` and the like.\n\nOne finding a document speaks for all; in the preset `strict` each secret is an error.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/k17a-13s8-9c2d-m4xq
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=kestrel-orbit-41
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=1&passphrase=\${STUDIO_B_PASSPHRASE}
    latency_unit: ms
`],sources:["Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`; inferred: nothing else in the URI tells the platform who is streaming.","Gcore, API reference of streams: `rtmp://\u2026/in/{stream_id}?{push_token}`, `srt://\u2026?streamid={stream_id}#{push_token}`.","bluenviron/mediamtx, SRT: `publish:path:user:password`, and `#!::m=publish,r=path,u=user,s=password`.","Mux documentation, SRT: `srt://global-live.mux.com:6001?streamid={key}&passphrase={passphrase}`."]},*check(e){let t=yr(e),[r]=t;if(!r)return;let n=t.length>1?`, the first of ${t.length} secrets here`:"";yield Es(r,Os(br(e)),n)},*checkEach(e){let t=yr(e),r=Os(t.length>0?br(e):[]);for(let n of t)yield Es(n,r,"")}},nm={"stream key":"whoever can read it can go on air in your place",token:"whoever can read it can go on air in your place",streamid:"whoever can read it can go on air in your place",passphrase:"whoever can read it can watch the stream, or send another",password:"whoever can read it can sign in as you"};function Es(e,t,r){let{kind:n,range:s,path:o}=e;return{message:`This ${n} is written out${r}: ${nm[n]}`,range:s,path:o,about:n,fixes:[_s({secret:e,name:t(e)})]}}function Os(e){let t=new Map(e.map(r=>[r,void 0]));return Ts(t)}var Ps={id:"malformed-placeholder",group:"uri",severity:"error",docs:{summary:"A placeholder must have a name and an end",rationale:"`${` begins a placeholder, and `}` must end it: `${YOUTUBE_KEY}`. One that does not end or names nothing is filled in by nobody, so its text would go to the target as it is. For a literal `${` write `$${`.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY
`,`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY:?is not set}
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/a$\${b
`],sources:["Compose Specification, interpolation: `${VARIABLE}`, `${VARIABLE:-default}`, nested; `$$` for a literal dollar sign."]},*check(e){if(e.text.includes("{")){for(let{node:t,path:r}of om(e))for(let{key:n,value:s}of t.entries)if(!(s?.kind!=="scalar"||s.tag||!sm.has(String(n.value)))&&!(typeof s.value!="string"||!s.value.includes("${")))for(let{range:o,reason:i}of Zr(s).malformed)yield{message:i==="unterminated"?"This placeholder has no end: nothing will be filled in here":"This placeholder names no variable: nothing will be filled in here",range:B(s,o),path:z(r,String(n.value))}}}},sm=new Set([...Object.keys(se),...Object.keys(Ae)]);function*om({restreams:e,syntax:t}){let r=new Set,n=t.roots.flatMap(ue);for(let{node:s,path:o}of[...e,...n]){let i=s.kind==="mapping"?[s]:[];for(let a=i.pop();a;a=i.pop())if(!r.has(a)){r.add(a),yield{node:a,path:o};for(let d of a.merged)i.push(d)}}}var As={id:"missing-app",group:"rtmp",severity:"error",docs:{summary:"An RTMP URI must name an app after the host",rationale:"An RTMP server sorts streams by app and stream key: `rtmp://host/app/stream-key`. Without them it does not know what is arriving, and closes the connection. Platforms show both in their live settings: the server URL ends with the app, and the stream key follows it.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://\${TARGET}
`],sources:["Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`."]},*check(e){for(let{field:t,uri:r}of e.targets)t.rtmp?.lacks!=="app"||!r.authority||(yield{message:"The URI ends after the host: RTMP needs /app/stream-key behind it",...l(t,r.authority.hostAndPort)})}};var Ns={id:"missing-stream-key",group:"rtmp",severity:"error",docs:{summary:"An RTMP URI must end with a stream key",rationale:"Platforms show the server URL and the stream key in two fields; Gcore takes both in one: `rtmp://host/app/stream-key`. With the server URL alone, the platform does not know whose stream is arriving, and closes the connection. Some keep the key in a query (`?streamname=\u2026`), which counts.\n\nOne segment without a `/` after it is a warning at hosts that are not known: some media servers, MediaMTX for one, take a stream without an app.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://live-push.bilivideo.com/live-bvc/?streamname=live_1&key=\${KEY}
`],sources:["Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`.","FFmpeg, `libavformat/rtmpproto.c`: one segment is the app, and the stream's name stays empty.","obsproject/obs-studio, `rtmp-services`: 525 of 540 server URLs have an app of one or two segments; arut/nginx-rtmp-module#1304: keys in a query.","bluenviron/mediamtx: a path of one segment names a stream."]},*check(e){for(let{field:t,uri:r}of e.targets){let{app:n,hasSlash:s,lacks:o}=t.rtmp??{};if(o!=="stream-key"||!n||!r.authority)continue;let i=s||ve(r.authority.host.text).length>0;yield{message:i?"There is no stream key after the app: the target cannot tell whose stream this is":"There is only one segment after the host: most servers need /app/stream-key",severity:i?"error":"warning",...l(t,n.range)}}}};var Fs={id:"placeholder-stream-key",group:"rtmp",severity:"error",docs:{summary:"An RTMP URI must end with a real stream key, not with what guides write in its place",rationale:"`<key>`, `YOUR_STREAM_KEY` and `xxxx-xxxx-xxxx-xxxx` are copied along with an address and then forgotten. The target knows no such key, and closes the connection. Paste the key that the platform shows, or write a placeholder that is filled in later: `${STREAM_KEY}`.\n\nOnly a whole segment, or the whole value of a query parameter, is reported; `livestream`, `test` and `key` are keys that some servers really take.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/xxxx-xxxx-xxxx-xxxx-xxxx
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/YOUR_STREAM_KEY
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/<stream-key>
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${STREAM_KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/livestream
`],sources:["Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`; a key is shown beside it.","Inferred: what platforms' guides and pages show in the place of a key."]},*check(e){for(let{field:t,uri:r}of e.targets){let n=t.rtmp&&Re(r,t.rtmp);n&&(yield{message:n.kind==="mask"?"The stream key is a mask, as pages show it: the target knows no such key, so paste the key itself":"The stream key was never filled in: the target knows no such key, so paste yours or write ${STREAM_KEY}",...l(t,n.range)})}}};function Ls(e,t){let r=im(e,t);if(r)return{range:r,of:"address"};for(let{whole:n,shortest:s}of am(e,t)){let o=cm(e.surface,n,s);if(o)return{range:o,of:"stream-key"}}}function im({text:e,authority:t,surface:r},{streamKey:n}){if(!t||!n||!r.masked.includes("://",n.range.start))return;let{start:s,end:o}=n.range,i=/rtmps?:\/\/([^/?#]+)/i.exec(r.masked.slice(s,o));if(!i)return;let a={start:s+i.index,end:s+i.index+i[0].length},d=e.slice(a.end-(i[1]?.length??0),a.end),m=e.slice(t.hostAndPort.start,t.hostAndPort.end);return Ms(d)===Ms(m)?a:void 0}function Ms(e){return e.toLowerCase().replace(/:[0-9]*$/,"")}function*am({path:e,query:t,fragment:r,surface:n},{app:s,streamKey:o}){if(!s)return;let i=o?.range.start??s.range.end+1,a=(r??t??e).range.end;if(a-i<2*me||a-i>mm)return;let d=o?.range.end??a;for(let m of d===a?[a]:[d,a]){if(!dm(n,s.range.start,m))continue;yield{whole:{start:i,end:m},shortest:me};let c=n.masked.lastIndexOf("/",m-1),u=n.masked.lastIndexOf("/",c-1);for(let y of[c,u])y>i&&(yield{whole:{start:y+1,end:m},shortest:me});let g=Math.max(me,s.text.length+1);yield{whole:{start:s.range.start,end:m},shortest:g}}}function dm({masked:e,repairs:t},r,n){let s=e.indexOf(e.slice(n-me,n),r);return t.length>0||s<=n-2*me}var me=8,mm=2e3;function cm(e,t,r){let{text:n,isOpen:s,range:o}=k(e,t),i=n.length>>1,a=n.slice(0,i),d=n.slice(i,-i);if(s||i<r||!n.endsWith(a)||/[a-z0-9]/i.test(d)||d==="/"&&/^[a-z]+$/i.test(a))return;let m=a+d;if(!((m+m).indexOf(m,1)<me))return{start:lm(e,o.start,n.length-i),end:o.end}}function lm({masked:e},t,r){let n=t;for(let s=r;s>0||e.charAt(n)===_;n++)e.charAt(n)!==_&&(s-=1);return n}var Us={id:"repeated-stream-key",group:"rtmp",severity:"warning",docs:{summary:"An RTMP URI must hold its stream key once",rationale:`A key that is pasted into a field which already held it becomes a key that the target does not know, and the target closes the connection. The same happens where the server's whole address is pasted behind itself. Delete the second copy.

Reported are halves of 8 characters or more, with one character between them or none.`,invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/k3y9-w2xp-k3y9-w2xp
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/studio-b-2026/studio-b-2026
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/rtmp://ingest.studio-b.net/live/\${KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/live/k3y9-k3y9-w2xp-w2xp
`,`restreams:
  - stream_id: 20
    uri: rtmp://ingest.studio-b.net/livestream/livestream
`],sources:["Inferred: platforms show the server's address and the stream key in two fields, and both are pasted into one here."]},*check(e){for(let{field:t,uri:r}of e.targets){let n=t.rtmp&&Ls(r,t.rtmp);!n||t.rtmp&&Re(r,t.rtmp)||(yield{message:n.of==="address"?"The server's address stands here a second time: the target takes it for a part of the stream key":"The stream key stands here a second time: the target knows no such key",about:n.of,...l(t,n.range)})}}};var Cs={id:"srt-missing-port",group:"srt",severity:"error",docs:{summary:"An SRT URI must name its port",rationale:"RTMP has a port of its own, 1935; SRT has none. FFmpeg refuses a URI without a port, VLC takes 9000, GStreamer 7001: at best the restream knocks at a door where nobody listens. Type the port that the target gives you: `srt://ingest.studio-b.net:9000`.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net?mode=caller&latency=2000
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://\${STUDIO_B}?mode=caller&latency=2000
    latency_unit: ms
`],sources:['FFmpeg, `libavformat/libsrt.c`: a URI without a port from 1 to 65 535 is refused, "Port missing in uri".',"VLC, `modules/access_output/srt.c`: takes port 9000; GStreamer, `gstsrtobject.h`: takes port 7001.","Gcore, create and configure a restream: every SRT target of its examples has a port."]},*check(e){for(let{field:t,uri:r}of e.srtTargets){if(!r.authority||r.authority.unbracketed)continue;let{host:n,hostKind:s,port:o}=r.authority;!o&&(n.isOpen||s.kind==="invalid"&&n.text.includes(":"))||s.kind==="missing"||o&&o.text!==""||(yield{message:"SRT has no default port: without one, nobody can tell where the target listens",...l(t,n.range)})}}};var Ds={id:"srt-not-caller",group:"srt",severity:"error",offers:"fix",docs:{summary:"An SRT restream must connect as the caller",rationale:"Gcore opens the connection to the target, so the target must be the listener and this side the `caller`. In `listener` or `rendezvous` mode nobody dials: the restream stays offline, and no error says so. The word is lower case: FFmpeg refuses `CALLER`.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=listener&latency=2000
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=\${MODE}&latency=2000
    latency_unit: ms
`],sources:["Gcore, API reference of `uri`: for SRT target URLs, only `mode=caller` is supported.","FFmpeg 5.1.9, measured: `mode=CALLER` is refused, `mode=caller` is taken."]},*check(e){for(let{field:t}of e.srtTargets){let r=b(t.pairs,"mode");if(!r||r.value?.isOpen||r.value?.text==="caller")continue;let{value:n=r.name}=r;yield{message:`SRT mode must be "caller"${um.test(n.text)?`, not "${n.text}"`:""}: Gcore dials, the target listens`,...l(t,n.range),fixes:[/^\w*$/.test(n.text)?S("Connect as the caller",h(t,n.range,r.value?"caller":"mode=caller")):void 0]}}}},um=/^(?:caller|listener|rendezvous|server|client|push|pull)$/i;function Et({uri:e}){let{authority:t,path:r,scheme:n}=e,s=t?.hostAndPort??r.range;return s.start===s.end&&n?n.range:s}function Ys(e,t){let{query:r}=e.uri;if(!r)return Bs(e,t);let n=r.text!==""&&!r.text.startsWith("&");return Tt(e,r.range.start,n?`${t}&`:t)}function Ks(e,t){let{query:r,surface:n}=e.uri;if(!r)return Bs(e,t);let s=e.pairs.find(({whole:i})=>n.masked.slice(i.range.start,i.range.end).includes("#"));if(s)return Tt(e,s.whole.range.start,`${t}&`);let o=r.text===""||r.text.endsWith("&");return Tt(e,r.range.end,o?t:`&${t}`)}function Bs(e,t){let{path:r,authority:n}=e.uri,{end:s}=r.text===""&&n?.hostAndPort||r.range;return Tt(e,s,`?${t}`)}function Tt(e,t,r){return h(e,{start:t,end:t},r)}var pm=new Map([["id","streamid"],["stream_name","streamid"],["streamname","streamid"],["stream_key","streamid"],["streamkey","streamid"],["password","passphrase"],["pass","passphrase"]]);function vr(e,t,r){let n=zt.map(i=>i.name).filter(i=>!r.has(i)),o=e==="type"&&/^(?:caller|listener|rendezvous)$/i.test(t)?"mode":pm.get(e.toLowerCase());return n.find(i=>i===o)??ke(e,n)}function Ot(e,t){let r=new Set(t.map(({name:n})=>n.text));return t.some(({name:n,value:s})=>s&&O(n)&&!v(n.text)&&vr(n.text,s.text,r)===e)}var Ws={id:"srt-missing-mode",group:"srt",severity:"warning",offers:"fix",docs:{summary:"An SRT URI should say `mode=caller`",rationale:"Gcore opens the connection, and supports no other mode than `caller`. What it does where no mode is written, its documentation does not say; every SRT restream in it writes `mode=caller`. Do the same, and no default can surprise you on air.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?latency=2000
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?\${STUDIO_B_QUERY}
`],sources:["Gcore, API reference of `uri`: for SRT target URLs, only `mode=caller` is supported; its example says so.","Haivision/srt, `docs/apps/srt-live-transmit.md`: without `mode` it is derived from host and adapter; FFmpeg takes `caller`. So a missing mode is no error (inferred)."]},*check(e){for(let{field:t,uri:r}of e.srtTargets)b(t.pairs,"mode")||Q(r,t.pairs)||(yield{message:'SRT mode is not given: write "mode=caller", the only one that Gcore supports',...l(t,Et(t)),fixes:[Ot("mode",t.pairs)?void 0:S('Add "mode=caller"',Ys(t,"mode=caller"))]})}};var Gs={id:"srt-missing-latency",group:"srt",severity:"warning",offers:"suggestions",docs:{summary:"An SRT URI should say its latency",rationale:"Latency is the time in which a lost packet can be sent again. Where the URI does not say it, the library's default holds, mostly 120 ms: enough in one building, far too little between continents. The picture breaks up as soon as the route loses packets.\n\nType 1 to 2 s for a route between regions, 2 to 5 s for the public internet, in the unit that the target reads: `latency=2000000` for FFmpeg and OBS, `latency=2000` for most others. `peerlatency`, which for a sender means the same, will do; `rcvlatency` speaks of what is received.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=\${LATENCY}
`],sources:["Gcore, create and configure a restream, SRT latency: specify `&latency=N` explicitly instead of relying on a default value; 1\u20132 s cross-region, 2\u20135 s over the public internet.","Haivision/srt, `docs/API/API-socket-options.md`: the default is 120 ms; in the sending direction `SRTO_LATENCY` is equivalent to `SRTO_PEERLATENCY`.","FFmpeg, `libavformat/libsrt.c`: `tsbpddelay` is a deprecated name of `latency`, which is in microseconds."]},*check(e){for(let t of e.srtTargets){let{verdict:r,terms:n}=U(t);if(r.kind!=="missing")continue;let{field:s}=t;yield{message:"SRT latency is not given: the usual default, 120 ms, is too short for lost packets to be sent again over a long route",...l(s,Et(s)),fixes:Ot("latency",s.pairs)?[]:H(we(n),n).map(o=>gt(o,Ks(s,`latency=${o.text}`)))}}}};var fm=/^([0-9]{1,9}(?:[.,][0-9]{1,3})?)(us|\xb5s|ms|s|sec)$/i;function Vs(e,t){if(e==="")return we(t);let[,r="",n=""]=fm.exec(e)??[];if(n!==""){let o=C.find(i=>n.toLowerCase().replace("\xB5","u").startsWith(i));return D(Number(r.replace(",",".")),o??"s")}if(/^[0-9]{1,3}[.,][0-9]{1,2}$/.test(e))return D(Number(e.replace(",",".")),"s");if(!/^(?:[0-9](?:\.[0-9])?e[0-9]|\+[0-9]{1,9})$/i.test(e))return;let s=mt(String(Number(e)),t.unit==="open"?void 0:t.unit);return"malformed"in s?void 0:s.ms}var Hs={id:"srt-malformed-latency",group:"srt",severity:"error",offers:"suggestions",docs:{summary:"An SRT latency must be a plain number",rationale:"Tools read the digits that a latency begins with, and drop the rest without a word: FFmpeg makes 2 of `2,5`, 1 of `1e3` and 200 of `200ms`; servers written in Go refuse the whole address. A latency of a few microseconds is none.\n\nType digits alone, in the unit that the target reads. A decimal point has a meaning only where that is seconds.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000ms
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2.5
    latency_unit: us
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2.5
    latency_unit: s
`],sources:["FFmpeg, `libavformat/libsrt.c`: the value is read with `strtoll`, base 10, which stops at the first character that is no digit.","datarhei/gosrt, as MediaMTX and others use it: a value that is not a number is an error.","Gcore, create and configure a restream: seconds `2.5`, milliseconds `2500`, microseconds `2500000`."]},*check(e){for(let t of e.srtTargets){let{verdict:r,pair:n,terms:s}=U(t);if(r.kind!=="malformed"||!n)continue;let{field:o}=t,{value:i,name:a}=n,d=i?.isOpen?void 0:i?.text??"",m=d===void 0?void 0:Vs(d,s),c=m===void 0?[]:H(m,s),u=c.length===0,g=u?H(we(s),s):c;yield{message:gm(d,g),...l(o,(i??a).range),fixes:(d===void 0?[]:g).map(y=>{let re=i?h(o,i.range,y.text):h(o,a.range,`latency=${y.text}`),Xe=gt(y,re);return u?V(Xe):Xe})}}}},hm=/^-?[0-9]{1,9}(?:[.,][0-9]{1,3}){0,3}(?:e[0-9]{1,2}|us|\xb5s|ms|s|sec)?$/i;function gm(e,[t]){let r=t?`must be ${ym(t)}`:"must be a plain number";if(e==="")return`SRT latency is empty: it ${r}`;if(e===void 0||!hm.test(e))return`SRT latency ${r}`;let n=e.startsWith("-")?"take its default":`read ${Number.parseInt(e,10)}`;return`SRT latency ${r}, not "${e}": FFmpeg would ${n}`}function ym({ms:e,text:t,unit:r,isKnownUnit:n}){let s=P[r];return n?`a ${r==="s"?"plain":"whole"} number of ${s}, as in latency=${t}`:`a plain number, as in latency=${t} (${R(e)} in ${s})`}var js={id:"srt-wrong-latency-unit",group:"srt",severity:"warning",offers:"suggestions",docs:{summary:"An SRT latency must be written in the unit that the target reads",rationale:"FFmpeg and OBS read microseconds, nearly all others milliseconds, and nobody says so when the number makes no sense. With `latency=2000` FFmpeg waits 2 ms, and every lost packet stays lost; with `latency=2000000` srt-live-transmit silently waits 33.92 s, since only 16 bits of milliseconds fit into SRT's handshake.\n\nConvert the number, or correct the unit: `latency_unit` says what this target reads.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: us
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000000
    latency_unit: us
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: ms
`],sources:["Measured: a listener gets 2 ms from FFmpeg 5.1.9 with `latency=2000`, and 33 920 ms from srt-live-transmit with `latency=2000000`.","FFmpeg, https://ffmpeg.org/ffmpeg-protocols.html#srt: `latency` is in microseconds. Haivision/srt, `docs/API/API-socket-options.md`: milliseconds.","Gcore, create and configure a restream: seconds `2.5`, milliseconds `2500`, microseconds `2500000`, as the target server accepts it."]},*check(e){for(let t of e.srtTargets){let{verdict:r,pair:n,terms:s}=U(t);if(r.kind!=="wrong-unit"||!n?.value)continue;let{field:o,restream:i}=t,{range:a,text:d}=n.value,{latency:m,meant:c}=r,u=C.find(y=>y!==c&&y!==m.unit)??c,g=Ke(d,{...s,unit:c}).kind==="fine";yield{message:`SRT latency ${d} is ${wr(d,m.unit)}, the unit of this target, but ${wr(d,c)} (${wr(d,u)}): the number or the unit is wrong`,...l(o,a),fixes:Z([...H(D(Number(d),c),s).map(y=>f(y.title,h(o,a,y.text))),...g?[bm(e,i,c)]:[]])}}}};function wr(e,t){return`${R(D(Number(e),t))} in ${P[t]}`}function bm(e,{node:t},r){let n=t.entries.find(({key:s})=>s.value==="latency_unit");return n&&f(`Say that the target reads ${P[r]}`,ee(e,n,r))}var qs={id:"srt-latency-out-of-range",group:"srt",severity:"warning",docs:{summary:"An SRT latency should be as long as the route to the target needs it",rationale:"A lost packet is asked for and sent again as long as the latency lasts. If it is too short, the picture breaks up over a long route; if it is too long, every viewer sees the show that much later. Gcore recommends 1 to 2 s for a route between regions and 2 to 5 s for the public internet. Say which it is with `network: cross-region` or `network: public-internet`; without it anything from 1 to 5 s is taken.\n\nMore than 65 535 ms is an error: SRT's handshake has 16 bits for it, and the rest is cut off without a word. Where the target recommends something else, follow the target.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=120
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=1500
    latency_unit: ms
    network: public-internet
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=1500
    latency_unit: ms
    network: cross-region
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=5000
    latency_unit: ms
`],sources:['Gcore, create and configure a restream, SRT latency: 1\u20132 s cross-region, 2\u20135 s over the public internet; "the target platform can have different recommendations".',"draft-sharabayko-srt, handshake extension: receiver and sender delay are 16 bits of milliseconds each; Haivision/srt `srtcore/utilities.h`, `Bits::wrap`, cuts the rest off.","Measured: srt-live-transmit with `latency=2000000` gives 33 920 ms."]},*check(e){for(let t of e.srtTargets){let{verdict:r,pair:n}=U(t);if(r.kind!=="out-of-range"||!n?.value)continue;let{latency:s,range:o}=r,i=Math.floor(s.ms)>65535;yield{message:i?Sm(s):vm(s,o,wm(t)),severity:i?"error":void 0,...l(t.field,n.value.range)}}}};function vm(e,t,r){let n=e.ms<t.min?"too short for lost packets to be sent again":"and every viewer sees the show that much later";return`SRT latency is ${zs(e)}, ${n}: ${dn(t)} is recommended${r}`}function wm({restream:e,platform:t,defaults:r}){if(t?.latency)return` by ${t.latency.source.by}`;let n=e.network??r.network;return n===void 0?"":xm[n]}var xm={"cross-region":" between regions","public-internet":" over the public internet"};function Sm(e){let t=`SRT latency is ${zs(e)}, but SRT's handshake carries 65 535 ms at most`,r=Math.floor(e.ms);return r>km?t:`${t}: the target would be told ${R(r%65536)}`}var km=2147483647;function zs({ms:e,unit:t,isGuess:r}){return r&&e>0?`${R(e)}, read as ${P[t]} by its size`:R(e)}var Qs={id:"srt-undeclared-latency-unit",group:"srt",severity:"info",offers:"suggestions",docs:{summary:"The unit of an SRT latency should be declared",rationale:"SRT addresses have no standard: `latency=2500` is 2.5 s for most servers and 2.5 ms for FFmpeg and OBS. Without a declared unit the number is read by its size: a decimal point or below 20 is seconds, to 65 535 milliseconds, above microseconds. That catches a hopeless number, but not one that is right for another server.\n\nLook up what the target reads, and say it with `latency_unit: us`, `ms` or `s`. No server is known that reads seconds.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2500000
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2.5
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2500000
    latency_unit: us
`],sources:["Gcore, create and configure a restream: find out what format your target SRT server accepts; seconds `2.5`, milliseconds `2500`, microseconds `2500000`.","FFmpeg, `libavformat/libsrt.c`: microseconds, read with `strtoll`, so that `2.5` is 2. Haivision/srt, `docs/API/API-socket-options.md`: milliseconds.","Inferred: which size means which unit, from the latencies that make sense (20 ms to 65 535 ms)."]},*check(e){for(let t of e.srtTargets){let{verdict:r,pair:n,terms:s}=U(t);if(r.kind!=="undeclared-unit"||!n?.value)continue;let{field:o}=t,{range:i,text:a}=n.value,{latency:d}=r,m=C.filter(c=>c!==d.unit);yield{message:Rm(a,d),...l(o,i),fixes:Z([f(`Say that the target reads ${P[d.unit]}`,Xs(e,t,d.unit)),...m.map(c=>{let[u]=H(d.ms,{...s,unit:c});return u&&f(`Say that the target reads ${P[c]}, and write ${R(d.ms)} as ${u.text}`,h(o,i,u.text),Xs(e,t,c))})])}}}};function Rm(e,{ms:t,unit:r}){let n=r==="us"?`srt-live-transmit would read milliseconds, which wrap around to ${R(_m(Number(e)))}`:`FFmpeg would read ${R(D(Math.trunc(Number(e)),"us"))}`;return`SRT latency ${e} was read as ${R(t)}, in ${P[r]}, by its size: the target's unit is not declared, and ${n}`}function _m(e){return e%65536}function Xs(e,{restream:t,field:r},n){let{node:s}=t,o=s.entries.find(({value:i})=>i===r.node);if(o)return xe(e,s,"latency_unit",n,o)??xe(e,s,"latency_unit",n)}function xr(e,t){if(v(t.name.text))return;let r=e.slice(0,e.indexOf(t)).findLast(({name:s})=>v(s.text)),n=r?.value&&r.name.text;if(!(n===void 0||!_t(n)))return n==="passphrase"?n:"streamid"}function Pt(e,t){let{name:r,value:n}=t;return v(r.text)?n!==void 0:Sr(t)&&xr(e,t)===void 0}function Sr({name:e,value:t}){return/^[a-z][a-z_]{0,23}$/.test(e.text)&&t!==void 0&&t.text.replaceAll("=","")!==""}var Js={id:"srt-unknown-parameter",group:"srt",severity:"warning",offers:"suggestions",docs:{summary:"An SRT parameter must be one that FFmpeg or libsrt has",rationale:"A parameter that nobody knows is passed over without a word: with `latncy=2000000` the default latency holds, with `type=caller` the mode is whatever the tool takes. Names are lower case, and every tool tells `Mode` from `mode`.\n\nWhat stands between two `&` without a `=` is mostly the rest of a `streamid` or a `passphrase` that holds an `&` of its own: every tool ends the value there, and the target refuses the connection. Write that one as `%26`; FFmpeg decodes it in newer versions, OBS does not. A value without `&` is safer.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&paket_size=1316
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=\${STUDIO_KEY}&backup
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&pkt_size=1316
    latency_unit: ms
`],sources:["FFmpeg, https://ffmpeg.org/ffmpeg-protocols.html#srt, and Haivision/srt, `docs/apps/srt-live-transmit.md`: the parameters.","FFmpeg, `libavutil/parseutils.c`: `av_find_info_tag` splits at `&` alone and compares names letter for letter.","freelance888/srt-server#10: `type=caller` for `mode=caller`; obsproject/obs-studio#2990: a streamid cut at `&`."]},*check(e){for(let{field:t}of e.srtTargets){let r;for(let n of t.pairs){let{name:s,value:o,whole:i}=n;if(!O(s)||v(s.text))continue;r??=new Set(t.pairs.map(c=>c.name.text));let a=o&&vr(s.text,o.text,r),d=a===void 0?xr(t.pairs,n):void 0,m=a===void 0?Pt(t.pairs,n):Sr(n);yield{message:$m(n,m,a,d),about:Zs(n,m),...l(t,s.text===""?i.range:s.range),fixes:[a===void 0?void 0:Tm(t,n,a),d===void 0?void 0:Em(t,n,d)]}}}}};function $m({name:e,value:t},r,n,s){let o=s===void 0?"":`: if it belongs to the ${s} before it, write its "&" as %26`;if(!t)return`This piece of an SRT query has no "=", so it sets nothing${o}`;let i=e.text.toLowerCase(),a=Zs({name:e,value:t},r),d=a===void 0?"This":`"${a}"`;if(v(i))return`SRT parameters are lower case: ${d} is not "${i}", and sets nothing`;let m=`${d} is not an SRT parameter, so it sets nothing`;return n===void 0?`${m}${o}`:`${m}: did you mean "${n}"?`}function Zs({name:e,value:t},r){let n=t!==void 0&&v(e.text.toLowerCase())!==void 0;return r||n?e.text:void 0}function Tm(e,{name:t,whole:r},n){return n==="mode"?f('Write "mode=caller"',h(e,r.range,"mode=caller")):f(`Rename it to "${n}"`,h(e,t.range,n))}function Em(e,{whole:t},r){let s={start:e.uri.surface.masked.lastIndexOf("&",t.range.start-1),end:t.range.start};return f(`It belongs to the ${r}: write "&" as %26`,h(e,s,"%26"))}var eo={id:"srt-duplicate-parameter",group:"srt",severity:"error",docs:{summary:"An SRT parameter must be there only once",rationale:`Of two parameters with one name FFmpeg and OBS take the first, libsrt and VLC the last. Which of two passphrases or latencies holds on air is then a matter of who dials. Delete the one that is wrong.

Where both say the same, nothing breaks yet: that is a warning.`,invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&latency=3000
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&mode=caller
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: ms
`],sources:["FFmpeg, `libavutil/parseutils.c`, `av_find_info_tag`: the first one; OBS, `obs-ffmpeg-srt.h`, uses the same function.","Haivision/srt, `apps/uriparser.cpp`: each one overwrites the one before; VLC and GStreamer differ again."]},*check(e){for(let{field:t}of e.srtTargets)for(let r of t.pairs){let{name:n,value:s}=r;if(!O(n)||!(s||v(n.text)))continue;let o=b(t.pairs,n.text);if(!o||o===r)continue;let i=Om(o,r),d=Pt(t.pairs,r)||v(n.text)!==void 0?n.text:void 0;yield{message:Im(d,i),about:d,severity:i?"warning":void 0,...l(t,n.range),related:[{range:l(t,o.name.range).range,message:"The first one is here"}]}}}};function Om({value:e},{value:t}){return(e?.text??"")===(t?.text??"")||e?.isOpen===!0||t?.isOpen===!0}function Im(e,t){let r=`${e===void 0?"This SRT parameter":`"${e}"`} is there twice`;return t?`${r}: delete one, before somebody changes only the other`:`${r}, and differs: FFmpeg and OBS take the first, libsrt and VLC the last`}var At={kind:"fine"};function ro(e,t){let{type:r,live:n,libsrt:s,ffmpeg:o,tolerated:i}=e;if(t===void 0)return{kind:"no-value"};if(n==="live")return t===n?At:{kind:"not-live"};if(r==="string"||r==="enum")return At;if(r==="boolean"&&n!==void 0&&Nt.test(t))return{kind:"not-live"};let a=new Map;o&&a.set("ffmpeg",Am(e,t)),s&&a.set("libsrt",Nm(e,t));let d=[...a.keys()].filter(m=>a.get(m)!=="fits");return d.length===0?At:d.every(m=>a.get(m)==="misread")?r!=="boolean"?{kind:"misread"}:Nt.test(t)?At:{kind:"read-as-0"}:{kind:"invalid",tools:d,isTolerated:i?.test(t)??!1}}var no=/^(?:yes|on|true|1)$/,Nt=/^(?:no|off|false|0)$/;function Am({type:e,ffmpeg:t},r){if(e==="version")return/^[0-9]/.test(r)?"fits":"invalid";if(e==="boolean")return/^(?:-1|0|1)$/.test(r)?"fits":no.test(r)||Nt.test(r)?"misread":"invalid";let n=Number(/^[+-]?[0-9]+/.exec(r)?.[0]??0);return n!==-1&&!io(t,n,Fe)?"invalid":oo.test(r)?"fits":so(r)}function Nm({type:e,libsrt:t},r){if(e==="version")return Fm.test(r)?"fits":"invalid";if(e==="boolean")return no.test(r)||Nt.test(r)?"fits":"invalid";let n=to.test(r)?Number(r):Number.parseInt(r,10);return io(t,n,2147483647)?oo.test(r)||to.test(r)?"fits":so(r):"invalid"}function so(e){return/^[+-]?[0-9]/.test(e)?"misread":"invalid"}var oo=/^[+-]?[0-9]+$/,to=/^0x[0-9a-f]+$/i,Fm=/^(?:[0-9]+(?:\.[0-9]+){0,2}|0x[0-9a-f]+)$/i;function io(e,t,r){let{min:n,max:s=r}=typeof e=="object"?e:{min:-r};return n<=t&&t<=s}var ao={id:"srt-invalid-parameter",group:"srt",severity:"error",docs:{summary:"The value of an SRT parameter must be one that FFmpeg and libsrt take",rationale:"A value outside its range is refused before a packet is sent: FFmpeg and libsrt's own tools end with an error, and the restream never connects. So does anything but `live` for `transtype`, `congestion` and `smoother`, since Gcore pushes a live stream and the target refuses a file.\n\nWhere only one of the two has the parameter or refuses the value, it is a warning: what matters is which of them dials. Flags are best written `1` and `0`: FFmpeg reads `yes` as 0. A number with something after it, as `1316B`, is cut to its digits by both, and refused by other tools.\n\n`mode`, `latency`, `passphrase`, `pbkeylen` and `streamid` have rules of their own.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&ipttl=300
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&transtype=file
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&pkt_size=1500
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&pkt_size=1316&tlpktdrop=1
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&oheadbw=\${OVERHEAD}
    latency_unit: ms
`],sources:["FFmpeg, https://ffmpeg.org/ffmpeg-protocols.html#srt, and `libavformat/libsrt.c`: types and ranges.","Haivision/srt, `docs/API/API-socket-options.md` and `docs/apps/srt-live-transmit.md`: types and ranges; flags are yes/no, on/off, true/false, 1/0.","FFmpeg 5.1.9 and srt-live-transmit 1.5.1, measured with every parameter: which values each refuses. Both take `iptos=256`, negative `linger`, and any `maxbw`, `inputbw`, `snddropdelay`, `lossmaxttl`; both refuse `messageapi=0`, an `mss` below 108 or over 1500, 0 for `sndbuf` and `rcvbuf`."]},*check(e){for(let{field:t}of e.srtTargets)for(let r of t.pairs){let{name:n,value:s}=r,o=Mm.test(n.text)?void 0:v(n.text);if(!o||b(t.pairs,n.text)!==r)continue;let i=Lm(o,r,t);i.kind!=="fine"&&(yield{about:o.name,message:`"${o.name}" ${Cm(o,i)}`,severity:Um(o,i)?void 0:"warning",...l(t,(s??n).range)})}}},Mm=/^(?:mode|latency|passphrase|pbkeylen|streamid)$/;function Lm(e,{value:t},{uri:r}){return t?.isOpen?{kind:e.type!=="integer"||/^[0-9+-]*$/.test(I(r.surface,t))?"fine":"misread"}:ro(e,t?.text)}function Um({ffmpeg:e,libsrt:t},r){return r.kind!=="invalid"?r.kind==="not-live":!r.isTolerated&&!!(e&&t)&&r.tools.length===2}function Cm(e,t){switch(t.kind){case"not-live":return e.live==="live"?'must be "live": Gcore pushes a live stream, and the target refuses anything else':"must be 1: a live stream is sent in messages, and the target refuses anything else";case"no-value":return"has no value: libsrt passes over it, and FFmpeg may refuse it";case"misread":return"must be a plain whole number: FFmpeg and libsrt read only the digits at its start, other tools refuse it";case"read-as-0":return"must be 1 or 0: FFmpeg reads this as 0";case"invalid":return`must be ${Ym(e)}: ${Dm(t.tools,t.isTolerated)}`;case"fine":return"is fine"}}function Dm(e,t){let n=`nothing else is valid in ${e.map(o=>o==="ffmpeg"?"FFmpeg":"libsrt").join(" or ")}`,s=e.length===2?"both":"FFmpeg and libsrt";return t?`${n}, though ${s} let this value through`:n}function Ym({type:e,libsrt:t,ffmpeg:r}){if(e==="boolean")return"1 or 0";if(e==="version")return'a version as "1.3.0"';let n=[t,r].filter(a=>typeof a=="object"),s=Math.max(...n.map(a=>a.min)),o=Math.min(...n.map(a=>a.max??1/0));return`a whole number ${o<2**31-1?`from ${s} to ${o}`:`of ${s} or more`}`}function Ge(e){let t=0;for(let n of e)t+=Km(n.codePointAt(0)??0);let r=e.match(/%[0-9a-f]{2}/gi)?.length??0;return{written:t,decoded:t-2*r}}function Km(e){return e<128?1:e<2048?2:e<65536?3:4}var mo={id:"srt-passphrase-length",group:"srt",severity:"error",docs:{summary:"An SRT passphrase must have 10 to 79 bytes",rationale:"FFmpeg and libsrt refuse a shorter or longer passphrase before they dial, and the restream never connects. Bytes count, not letters: `\xE9` is two of them, in UTF-8. libsrt takes 80, but 79 is what FFmpeg and most servers document: that is a warning. An empty passphrase means no encryption.\n\nWhether `%41` is one byte or three depends on the tool: FFmpeg and libsrt decode it in newer versions, OBS does not. Where the passphrase is right for some of them, it is a warning: choose one without `%`.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=secret
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=\${STUDIO_B_PASSPHRASE}
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=
    latency_unit: ms
`],sources:["Haivision/srt, `srtcore/socketconfig.cpp` and `haicrypt/haicrypt.h`: 0 or 10 to 80 bytes; `docs/apps/srt-live-transmit.md`: 10 to 79 characters.","FFmpeg, https://ffmpeg.org/ffmpeg-protocols.html#srt: a value from 10 to 79 characters.","FFmpeg 5.1.9 and srt-live-transmit 1.5.1, measured: both refuse 9 bytes, `\xE9\xE9\xE9\xE9` and 81, take 10, `\xE9\xE9\xE9\xE9\xE9` and 80, and do not decode `%`; the current sources of both do."]},*check(e){for(let{field:t}of e.srtTargets){let r=b(t.pairs,"passphrase")?.value;if(!r||r.text==="")continue;let n=Wm(r,t);n&&(yield{...n,...l(t,r.range)})}}},Bm=10,kr=80;function Wm(e,{uri:t}){let r=e.isOpen?I(t.surface,e):e.text,{written:n,decoded:s}=Ge(r),o=i=>i>kr||i<Bm&&!e.isOpen;if(o(n)&&o(s))return{message:`An SRT passphrase must have 10 to 79 bytes, and ${e.isOpen?"this one has more":`this one has ${n}`}: FFmpeg and libsrt refuse to connect`};if(o(n)||o(s))return{message:`An SRT passphrase must have 10 to 79 bytes: this one has ${n} as written and ${s} with its "%" decoded, and tools differ on that`,severity:"warning"};if(!(n!==kr&&s!==kr))return{message:"An SRT passphrase should have 79 bytes at most: libsrt takes 80, but FFmpeg and most servers document 79",severity:"warning"}}var co={id:"srt-invalid-pbkeylen",group:"srt",severity:"error",docs:{summary:"`pbkeylen` must be 0, 16, 24 or 32, and needs a passphrase",rationale:"The length of the encryption key is counted in bytes: 16, 24 or 32 for AES-128, AES-192 or AES-256, and 0 leaves it to the other side. FFmpeg and libsrt refuse `pbkeylen=128`, and the restream never connects.\n\nWithout a `passphrase` nothing is encrypted, whatever `pbkeylen` says. That is a warning, as somebody expected encryption: add the passphrase of the target, or delete `pbkeylen`.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=\${STUDIO_B_PASSPHRASE}&pbkeylen=128
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&pbkeylen=16
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=\${STUDIO_B_PASSPHRASE}&pbkeylen=32
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&pbkeylen=0
    latency_unit: ms
`],sources:["Haivision/srt, `docs/API/API-socket-options.md`, `SRTO_PBKEYLEN`: 0, 16, 24 or 32; the key is made from the passphrase.","FFmpeg 5.1.9 and srt-live-transmit 1.5.1, measured: both refuse 17 and 33, take 16 without a passphrase, and take `16x` as 16."]},*check(e){for(let{field:t}of e.srtTargets){let r=b(t.pairs,"pbkeylen");if(!r||r.value?.isOpen)continue;let{value:n,name:s}=r,o=Gm(n?.text,t);o&&(yield{...o,...l(t,(n??s).range)})}}};function Gm(e,t){return e===void 0?{message:'"pbkeylen" has no value, so it sets nothing',severity:"warning"}:/^(?:16|24|32)$/.test(e)?Vm(t)?void 0:{message:'"pbkeylen" has no effect without a passphrase: nothing is encrypted',severity:"warning"}:e==="0"?void 0:/^\+?(?:0+|16|24|32)(?![0-9])/.test(e)?{message:'"pbkeylen" must be 0, 16, 24 or 32: FFmpeg and libsrt read only the digits at its start, other tools refuse it',severity:"warning"}:{message:`"pbkeylen" must be 0, 16, 24 or 32 bytes${/^-?[0-9]{1,4}$/.test(e)?`, not ${e}`:""}: libsrt refuses to connect`}}function Vm({uri:e,pairs:t}){let r=b(t,"passphrase");return r?(r.value?.text??"")!=="":Q(e,t)}var lo={id:"srt-unescaped-hash",group:"srt",severity:"warning",offers:"suggestions",docs:{summary:"A `#` in an SRT query should be written `%23`",rationale:"To URL libraries `#` begins a fragment, which is never sent: VLC, GStreamer and servers written in Go lose it and all that follows, be it half a `streamid` or the latency. FFmpeg, OBS and libsrt take it for an ordinary character.\n\nNo way of writing it is right for every tool. `%23` is the standard one; newer FFmpeg, libsrt and Go decode it, OBS, VLC and older FFmpeg do not. If a raw `#` is needed, put `streamid` last, and turn this rule off.\n\nThe `ID#TOKEN` that Gcore's own ingest hands out is left alone.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=#!::r=studio-b,m=publish
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=%23!::r=studio-b,m=publish
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&latency=2000&streamid=\${ID}#\${TOKEN}
    latency_unit: ms
`],sources:["RFC 3986, section 3.5: `#` begins the fragment. Go `net/url`, VLC and GStreamer read it so; FFmpeg, OBS and Haivision/srt `apps/uriparser.cpp` do not.","Haivision/srt#1871, ossrs/srs#4507: streams lost to a `#`. ossrs/srs-docs, PR 91: VLC does not decode `%23`.","FFmpeg, `libavformat/libsrt.c`: 6.1 decodes nothing, current code decodes streamid and passphrase (since 7.1, inferred from its includes). OBS, `obs-ffmpeg-srt.h`, decodes nothing.","Gcore, SRT: `srt://vp-push-ed1-srt.gvideo.co:5001?latency=2000&streamid=12345#aaabbbcccddd`."]},*check(e){for(let t of e.srtTargets){let r=jm(t),[n]=r;if(!n||qm(t,r))continue;let{field:s}=t;yield{message:'A raw "#" in an SRT query: VLC, GStreamer and Go servers read nothing after it; "%23" is the standard, but not every tool decodes it',...l(s,n),fixes:[r.length<uo?Hm(s,r):void 0]}}}};function Hm(e,t){let r=t.map(n=>h(e,n,"%23"));return f('Write "#" as %23',...r)}var uo=100;function jm({uri:{query:e,surface:t}}){let r=[],{start:n,end:s}=e?.range??{start:0,end:0};for(let o=n;r.length<uo&&(o=t.masked.indexOf("#",o),!(o===-1||o>=s));o+=1)r.push({start:o,end:o+1});return r}function qm({uri:e,field:t},r){return r.length>1||!e.authority||ht(e.authority.host)===!1?!1:t.pairs.some(({name:n,value:s})=>n.text!=="streamid"||!s?!1:/^(?:[0-9]+b?|\ufdd0+)#[^#]+$/.test(e.surface.masked.slice(s.range.start,s.range.end)))}var zm=/^(?:#|%23)(?:!|%21)(?::|%3a)(:|%3a|\{|%7b|\ufdd0)?/i,Xm=/,|%2c/gi,Qm=/^(.*?)(?:=|%3d)(.*)$/is;function po({range:e},{masked:t}){let r=t.slice(e.start,e.end),n=zm.exec(r),[s="",o]=n??[];if(!n||o!==void 0&&!/^(?::|%3a)$/i.test(o))return;let i={start:e.start,end:e.start+s.length},a=Jm(r,s.length),d=a.filter(y=>y.key==="m"),[m]=d,c=y=>d.some(re=>y.test(re.value.replaceAll(_,""))),u=a.some(({key:y,value:re})=>y.includes(A)||y==="m"&&re.includes(A)),g=c(/^(?:publish|bidirectional)$/)||(u?void 0:!1);return{prefix:i,isCutShort:o===void 0,isPublish:g,mode:m&&{start:e.start+m.end-m.value.length,end:e.start+m.end},isOpenEnded:r.length===s.length||/(?:,|%2c)$/i.test(r)}}function Jm(e,t){let r=[...e.matchAll(Xm)].filter(({index:o})=>o>=t),n=[],s=t;for(let{index:o,length:i}of[...r.map(a=>({index:a.index,length:a[0].length})),{index:e.length,length:0}]){let a=e.slice(s,o),[,d=a,m=""]=Qm.exec(a)??[];n.push({key:d.replaceAll(_,""),value:m,end:o}),s=o+i}return n}var ho={id:"srt-malformed-streamid",group:"srt",severity:"warning",offers:"suggestions",docs:{summary:"A streamid in access-control syntax must begin with `#!::` and say `m=publish`",rationale:"A streamid is free text, unless it begins with `#!::`: then it is a list of keys, of which `m` says what the caller wants. Where `m` is missing it means `request`, to play a stream: the target has none of that name, and refuses the push. With one colon, `#!:`, it is no such list, and the target looks for a stream of that odd name.\n\nMore than 512 bytes are an error: FFmpeg and libsrt refuse to connect.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=%23!::r=live/studio
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=%23!:r=live/studio,m=publish
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=%23!::r=live/studio,m=publish
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=publish:live/studio
    latency_unit: ms
`],sources:["Haivision/srt, `docs/features/access-control.md`: `#!::` and a list of `key=value`, or `#!:{`; `m` is `request` by default, `publish` or `bidirectional`.","datarhei/restreamer-ui, `Publication/Services/Core.js`: builds `#!:m=publish`, with one colon.","FFmpeg 5.1.9 and srt-live-transmit 1.5.1, measured: both take 512 bytes, and refuse 513; `\xE9` is two."]},*check(e){for(let{field:t}of e.srtTargets){let r=b(t.pairs,"streamid")?.value;if(!r||r.text==="")continue;let n=Zm(r,t)??ec(r,t);n&&(yield n)}}},Rr=512;function Zm(e,t){let{written:r,decoded:n}=Ge(I(t.uri.surface,e));if(!(r<=Rr))return n>Rr?{message:"An SRT streamid must have 512 bytes at most: FFmpeg and libsrt refuse to connect with more",severity:"error",about:"length",...l(t,e.range)}:{message:'An SRT streamid must have 512 bytes at most: this one has more, unless its "%" is decoded, and tools differ on that',about:"length",...l(t,e.range)}}function ec(e,t){let r=po(e,t.uri.surface);if(!r)return;let n=l(t,r.mode&&!r.isCutShort?r.mode:r.prefix);return r.isCutShort?{message:'Access control in a streamid begins with "#!::": with one colon no server reads it',about:"prefix",...n,fixes:[fo(r,e,t)]}:r.isPublish!==!1?void 0:{message:`This streamid ${r.mode?"asks for another mode":'does not say "m=publish"'}, so the target takes it for a player, and refuses the push`,about:"mode",...n,fixes:[fo(r,e,t)]}}function fo(e,t,r){let n=[],{prefix:s,mode:o,isCutShort:i,isPublish:a}=e;if(i&&n.push(h(r,{start:s.end,end:s.end},":")),a===!1){let{end:u}=t.range;n.push(o?h(r,o,"publish"):h(r,{start:u,end:u},`${e.isOpenEnded?"":","}m=publish`))}return Ge(t.text).written+11>Rr?void 0:f(i&&a===!1?'Write "#!::" and "m=publish"':`Write ${i?'"#!::"':'"m=publish"'}`,...n)}var go={id:"srt-second-question-mark",group:"srt",severity:"error",offers:"fix",docs:{summary:"The parameters of an SRT URI must be joined with `&`",rationale:"Only the first `?` begins the query; any other is an ordinary character. `?mode=caller?latency=2000000` is one parameter, whose value no tool knows, and no latency at all.\n\nType `?` once, and `&` from then on. A `?` inside a `streamid` or a `passphrase` is left alone, unless a mode or a latency follows it.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller?latency=2000
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=live/studio-b?auth=\${TOKEN}
    latency_unit: ms
`],sources:["RFC 3986, section 3.4: the query begins at the first `?`, and may hold more of them.","FFmpeg, `libavutil/parseutils.c`: a value ends at `&` alone."]},*check(e){for(let{field:t,uri:r}of e.srtTargets)for(let{kind:n,range:s}of r.repairs)n==="srt-second-question-mark"&&(yield{message:'A second "?" in an SRT URI: what follows it is not read as a parameter, so write "&"',...l(t,s),fixes:[S('Write "&"',h(t,s,"&"))]})}};var bo={id:"srt-ignored-path",group:"srt",severity:"warning",offers:"suggestions",marksIgnored:!0,docs:{summary:"An SRT URI must not have a path",rationale:"SRT connects to a host and a port, and sends nothing of a path: FFmpeg, OBS and libsrt read over it. The target then does not know which stream this is, and refuses it, or takes it for another. What RTMP calls app and stream key belongs into `streamid`, in the form that the target documents: often `live/studio`, or `#!::r=live/studio,m=publish`.\n\nA bare `/` before the `?` is harmless.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000/live/studio?mode=caller&latency=2000
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=live/studio
    latency_unit: ms
`,`restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000/?mode=caller&latency=2000
    latency_unit: ms
`],sources:["Haivision/srt, `docs/apps/srt-live-transmit.md`: `srt://HOST:PORT?PARAM1=VALUE1&\u2026`; FFmpeg, https://ffmpeg.org/ffmpeg-protocols.html#srt: `srt://hostname:port[?options]`.","FFmpeg 5.1.9 and srt-live-transmit 1.5.1, measured: both connect with `/app/key`, and send no streamid.","pedroSG94/RootEncoder#1372: `srt://ip:port/streamid`, and a server that never saw the streamid."]},*check(e){for(let{field:t,uri:r}of e.srtTargets)/^\/*$/.test(I(r.surface,r.path))||!r.authority||(yield{message:"An SRT URI has no path: nobody reads it, so the target never learns what it says",...l(t,r.path.range),fixes:tc(t)?[nc(t)]:Z(rc(t))})}};function tc({uri:{path:e,query:t}}){let r=/^\/([a-z_]+)=/.exec(e.text)?.[1];return!t&&r!==void 0&&v(r)!==void 0}function rc(e){return b(e.pairs,"streamid")!==void 0?[yo(e)]:[sc(e),yo(e)]}function nc(e){return f('Begin the query with "?"',h(e,vo(e),"?"))}function sc(e){let{uri:t,pairs:r}=e,{path:n,query:s}=t;if(Q(t,r)||!/^\/[\w.~/-]+$/.test(I(t.surface,n))||n.text.length>oc+1)return;let o=[h(e,vo(e),"?streamid=")];if(s){let i=s.text!==""&&!s.text.startsWith("&"),a={start:s.range.start-1,end:s.range.start};o.push(h(e,a,i?"&":""))}return f('Make it the "streamid"',...o)}var oc=512;function yo(e){return f("Delete the path",h(e,e.uri.path.range,""))}function vo({uri:e}){let{start:t}=e.path.range;return{start:t,end:t+1}}var wo={id:"unsupported-combination",group:"gcore",severity:"error",docs:{summary:"Gcore must list the source protocol and the target protocol as a pair that it pushes",rationale:"Gcore documents five pairs: RTMP \u2192 RTMP, RTMPS \u2192 RTMPS, RTMP \u2192 SRT, SRT \u2192 SRT, SRT \u2192 RTMP. A restream of any other pair is created without an error and does not go on air. Let the encoder reach Gcore by another protocol, or push to an address of the target that the source can reach.\n\nThe source protocol is what the restream's `source_protocol` says, else the `protocol` of its stream in `streams`, else what the API says where it is asked, which is when restreams are planned or submitted. Without any of them, this rule has nothing to say.",invalid:[`streams:
  - id: 20
    protocol: rtmp
restreams:
  - stream_id: 20
    uri: rtmps://live-api-s.facebook.com:443/rtmp/\${FACEBOOK_KEY}
`],valid:[`streams:
  - id: 20
    protocol: rtmps
restreams:
  - stream_id: 20
    uri: rtmps://live-api-s.facebook.com:443/rtmp/\${FACEBOOK_KEY}
`,`restreams:
  - stream_id: 20
    source_protocol: srt
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
`],sources:["https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media, read 2026-11: the five supported pairs. The diagram beside that list draws more; the list holds."]},*check(e){for(let{restream:t,field:r,uri:n}of e.targets){let{source:s,learntSources:o}=t,i=s?[s.value]:o,{protocol:a,scheme:d}=n;if(!i||i.length===0||!a||!d)continue;let m=i.map(ne=>L(ne,a));if(m.some(({supported:ne})=>ne))continue;let c=_r(i),u=_r(m.flatMap(({targets:ne})=>ne)),g=_r(m.flatMap(ne=>ne.sources)),y=s?"":`; the API says that this source is ${c}: if it is to be another, say so in "source_protocol"`,{range:re,path:Xe,related:Zo}=$(t,"uri",l(r,d.range).range);yield{message:`Gcore does not list ${c} \u2192 ${w(a)} as supported: an ${c} source reaches ${u} targets only, and an ${w(a)} target needs an ${g} source${y}`,range:re,path:Xe,related:[...s?[{range:s.node.range,message:`the source is declared as ${c}`}]:[],...Zo]}}}};function _r(e){return ie(T.filter(t=>e.includes(t)).map(w))}var ko={id:"conflicting-targets",group:"gcore",severity:"warning",docs:{summary:"Some source protocol must reach all active targets of a stream",rationale:"A stream has one source at a time, and Gcore pushes an RTMPS source to RTMPS targets only, and other sources to none. So whatever the encoder sends, some of these restreams stay off air while the others run. Give the targets of the other kind a stream of their own, or switch one kind off.\n\nOf targets that a declared source protocol cannot reach `unsupported-combination` speaks alone.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
  - stream_id: 20
    uri: rtmps://live-api-s.facebook.com:443/rtmp/\${FACEBOOK_KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
  - stream_id: 21
    uri: rtmps://live-api-s.facebook.com:443/rtmp/\${FACEBOOK_KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
  - stream_id: 20
    uri: rtmps://live-api-s.facebook.com:443/rtmp/\${FACEBOOK_KEY}
    active: false
`],sources:["https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media, read 2026-11: the supported pairs of source and target.","https://gcore.com/docs/streaming/live-streaming/primary-backup: a stream takes one protocol at a time."]},*check(e){for(let t of ic(e)){let r=dc(t);r&&(yield r)}}};function ic(e){let t=new Map;for(let r of e.targets){let{streamId:n,isActive:s}=r.restream;if(n===void 0||!s||!ac(r))continue;let o=t.get(n);o?o.push(r):t.set(n,[r])}return t.values()}function ac({restream:{source:e,learntSources:t,stream:r},uri:n}){let{protocol:s}=n;return s?e?!((r?.protocol?.value??e.value)!==e.value)&&L(e.value,s).supported:t?.some(i=>L(i,s).supported)??!0:!1}function dc(e){let t=T,r=new Set;for(let[n,s]of e.entries()){let{protocol:o}=s.uri;if(!o||r.has(o))continue;r.add(o);let i=t.filter(a=>L(a,o).supported);if(i.length===0){let a=e.slice(0,n).filter(u=>cc(o,u)),{range:d,path:m,related:c}=xo(s);return{message:`No source protocol reaches this ${w(o)} target and the ${So(a)} target of the same stream: some of them stay off air`,range:d,path:m,related:[...a.slice(0,mc).map(u=>({range:xo(u).range,message:`the same stream is pushed to ${So([u])} here`})),...c]}}t=i}}function xo({restream:e,field:t,uri:r}){return $(e,"uri",r.scheme&&l(t,r.scheme.range).range)}var mc=5;function cc(e,{uri:t}){let r=(s,o)=>L(s,o).supported,n=t.protocol;return n!==void 0&&!T.some(s=>r(s,e)&&r(s,n))}function So(e){return[...new Set(e.flatMap(({uri:t})=>t.protocol?w(t.protocol):[]))].join(" or ")}function Ft({targets:e}){let t;return({restream:r},n)=>{let{source:s,learntSources:o,streamId:i,isActive:a}=r,d=s?[s.value]:o;if(d)return d.some(u=>L(u,n).supported);if(i===void 0||!a)return!0;t??=lc(e);let m=(t.get(i)??[]).filter(u=>u.restream!==r),c=new Set([n,...m.flatMap(({uri:u})=>u.protocol??[])]);return T.some(u=>[...c].every(g=>L(u,g).supported))}}function lc(e){let t=new Map;for(let r of e){let{streamId:n,isActive:s,source:o}=r.restream;if(n===void 0||!s||o)continue;let i=t.get(n)??[],{protocol:a}=r.uri;i.filter(({uri:d})=>d.protocol===a).length<2&&i.push(r),t.set(n,i)}return t}function Ve(e,t,r){let{scheme:n}=e.uri;return[n&&h(e,n.range,t),...Mt(e,t,r)]}function Mt(e,t,r){let n=e.uri.authority?.port,s=n&&pe(n);if(!n||s===void 0)return[];let o=Me[t],i=r&&uc(r,t);if(i?i.includes(s):!kt(t,s))return[];let a=i?.includes(o??0)===!1?i[0]:o;return[h(e,n.range,String(a))]}function uc({name:e,ports:t},r){let n=Me[r],s=t?.value[r];return s||e===te||n===void 0?s:[n]}var Ro={id:"rtmps-required",group:"gcore",severity:"warning",offers:"suggestions",docs:{summary:"A platform that takes no plain RTMP must be pushed to by RTMPS",rationale:"Facebook, Cloudflare Stream and Amazon IVS refuse plain RTMP; Instagram, Kick and Telegram are expected to. The restream is created without an error, and its connection is closed each time it is opened.\n\nBy Gcore's list only an RTMPS source reaches an RTMPS target. So with `rtmps://` in the restream the encoder has to push to Gcore by RTMPS too, and then no RTMP or SRT target of the same stream is reached: give those a stream of their own. Cloudflare Stream can be reached by SRT instead, from an RTMP or SRT source.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://live-api-s.facebook.com:80/rtmp/\${FACEBOOK_KEY}
`,`streams:
  - id: 20
    protocol: srt
restreams:
  - stream_id: 20
    uri: rtmp://live.cloudflare.com/live/\${CLOUDFLARE_KEY}
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmps://live-api-s.facebook.com:443/rtmp/\${FACEBOOK_KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://live.twitch.tv/app/\${TWITCH_KEY}
`],sources:["https://developers.facebook.com/docs/live-video-api/reference: protocol, RTMPS streaming.","https://developers.cloudflare.com/stream/stream-live/start-stream-live/: RTMPS or SRT.","https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_Channel.html: `insecureIngest` is false unless the channel allows it.","datarhei/restreamer-ui and guides of integrators offer RTMPS alone for Instagram, Kick and Telegram; the platforms document nothing.","https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media: RTMPS \u2192 RTMPS is the only listed pair with an RTMPS target."]},*check(e){let t=Ft(e);for(let r of e.targets){let{field:n,platform:s,uri:o}=r;!s||!o.scheme||!Be(r)||(yield{message:pc(r,s),...l(n,o.scheme.range),fixes:t(r,"rtmps")?[f("Push by RTMPS",...Ve(n,"rtmps",s))]:[]})}}};function pc({restream:{source:e}},t){let{name:r,schemes:n,takesRtmpIf:s}=t,[o,i]=n?.source.isThirdParty?["is expected to take","may be"]:["takes","is"],a=(n?.value??[]).map(w).join(" or "),d=s===void 0?"":` unless ${s}`,m=`${r} ${o} ${a} only${d}`;if(!e||e.value==="rtmps")return`${m}: plain RTMP ${i} refused, and by Gcore's list only an RTMPS source reaches an RTMPS target`;let c=`an ${w(e.value)} source reaches no RTMPS target`,u=n?.value.includes("srt")?", or push to its SRT address":"";return`${m}, and by Gcore's list ${c}: let the encoder push to Gcore by RTMPS${u}`}var _o={by:"the settings",page:"settings"};var $o={id:"wrong-ingest",group:"gcore",severity:"warning",offers:"suggestions",docs:{summary:"A stream for a known target must go to the host and app where that target takes streams, by a protocol that it takes",rationale:"Platforms take streams at hosts of their own, not at their web sites, and under one app: YouTube's is `live2`, Twitch's `app`, Facebook's `rtmp`. YouTube has one set of hosts for RTMP and another for RTMPS. Elsewhere the connection fails, or a stream is taken and never shown.\n\nNor can every target be reached by every protocol: YouTube and Twitch document RTMP and RTMPS, and no SRT. What your own servers take can be said in the settings, under `targets`, as `schemes`.\n\nCopy the server URL from the platform's live settings.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmps://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live/\${YOUTUBE_KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmp://www.twitch.tv/app/\${TWITCH_KEY}
`,`restreams:
  - stream_id: 20
    uri: srt://a.rtmp.youtube.com:9000?mode=caller&latency=2000
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
`,`restreams:
  - stream_id: 20
    uri: rtmps://b.rtmps.youtube.com/live2?backup=1/\${YOUTUBE_KEY}
`],sources:["https://developers.google.com/youtube/v3/live/guides/rtmps-ingestion: an RTMPS host has `rtmps` in its name; the app is `live2`.","https://dev.twitch.tv/docs/video-broadcast: `rtmp://<ingest-server>/app/<stream-key>`.","obsproject/obs-studio, `rtmp-services`: hosts and apps of the other platforms, where they document none.","https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/low-latency-network-requirements.html: SRT has hosts of its own.","inferred: a protocol that a platform does not document is most likely not taken.","inferred: no platform takes a pushed stream at its web site."]},*check(e){let t=Ft(e);for(let r of e.targets){let n=St(r),{authority:s}=r.uri;!n||!s||(yield{message:hc(n,r),about:n.kind,...l(r.field,(fc(n,r)??s.host).range),fixes:gc(n,r,t)})}}};function fc({kind:e},{field:t,uri:r}){return e==="scheme"?r.scheme:e==="app"?t.rtmp?.app:void 0}function hc(e,{uri:t}){let{name:r,apps:n}=e.platform,s=t.protocol?w(t.protocol):"this scheme";switch(e.kind){case"site":return`This is ${r}'s web site, and takes no stream: use the server URL from its live settings`;case"host":return`${r} takes ${s} at ${e.host}, not at this host: the connection fails`;case"scheme":{let{value:o,source:i}=e.schemes,a=o.map(w);return i===_o?`${r} takes ${a.join(" or ")} only, by ${i.by}: a push by ${s} fails`:`${r} documents only ${a.join(" and ")} at this host: by ${s} the connection most likely fails`}case"app":{let o=(n?.value??[]).map(a=>`"${a}"`).join(" or "),i=n?.source.isThirdParty?` (according to ${n.source.by})`:"";return`${r} takes streams under the app ${o}${i}: under another the stream is not shown`}}}function gc(e,t,r){let{field:n,uri:s}=t,{platform:o}=e,i=s.authority?.host.range;if(e.kind==="app"||!i)return[f(`Push to the app "${To(o)}"`,...Lt(t,o))];if(e.kind==="scheme"){if(!(s.protocol==="rtmps"&&e.schemes.value.includes("rtmp"))||!r(t,"rtmp"))return[];let c=[...Ve(n,"rtmp",o),...Lt(t,o)];return[f("Push by RTMP",...c)]}if(e.kind==="host"){let m=[h(n,i,e.host),...Lt(t,o)];return[f(`Push to ${e.host}`,...m,...Mt(n,s.protocol??"rtmp"))]}let a=yc(t,o,r);if(!a)return[];let d=[h(n,i,a.host),...Lt(t,o)];return a.protocol===s.protocol?[f(`Push to ${a.host}`,...d,...Mt(n,a.protocol))]:[f(`Push to ${a.host} by ${w(a.protocol)}`,...d,...Ve(n,a.protocol))]}function yc(e,{servers:t=[]},r){let n=t.flatMap(o=>{let{protocol:i,authority:a}=Xr(o);return i&&a&&!a.port?[{protocol:i,host:a.host.text}]:[]}),s=e.uri.protocol;if(!(!s||s==="srt"))return n.find(({protocol:o})=>o===s)??n.find(({protocol:o})=>r(e,o))}function Lt(e,t){let r=e.field.rtmp?.app;if(!r||!gr(e,t))return[];let n=To(t);return[n===void 0?void 0:h(e.field,r.range,n)]}function To({apps:e}){return e?.value.length===1?e.value[0]:void 0}var Eo={id:"codec-not-carried",group:"gcore",severity:"error",docs:{summary:"A source for RTMP targets must be H.264 and AAC",rationale:"Gcore sends a source on as it is. RTMP has no way of saying HEVC, AV1, Opus or AC-3; Enhanced RTMP has, and Gcore does not support it. The restream connects, and there is no picture or no sound.\n\nLet the encoder send H.264 and AAC, or push to an SRT address of the target.\n\nThe codecs are what `video_codec` and `audio_codec` of the stream in `streams` say.",invalid:[`streams:
  - id: 20
    video_codec: hevc
restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
`],valid:[`streams:
  - id: 20
    video_codec: h264
    audio_codec: aac
restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
`,`streams:
  - id: 20
    video_codec: hevc
restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: ms
`],sources:["https://gcore.com/docs/streaming/live-streaming/protocols/rtmp: H.264 and AAC; Enhanced RTMP is not supported; HEVC needs SRT.","Gcore, restream guide: source parameters are sent as they are.","FLV specification: its codec numbers have MP3 and AAC, and nothing for HEVC, AV1, Opus, AC-3."]},*check(e){for(let{restream:t,field:r,uri:n}of e.targets){let{protocol:s,scheme:o}=n,{videoCodec:i,audioCodec:a}=t.stream??{};if(!s||!o)continue;let d=i&&!Ce(s,i.value)?[i]:[],m=a&&!Ce(s,a.value)?[a]:[],c=[...d.map(({value:g})=>`${ae(g)} video`),...m.map(({value:g})=>`${ae(g)} audio`)];if(c.length===0)continue;let u=[...d.map(()=>"H.264"),...m.map(()=>"AAC")].join(" and ");yield{message:`${w(s)} does not carry ${c.join(" and ")}, since Gcore does not support Enhanced RTMP: send ${u}, or push by SRT`,about:[...d.map(()=>"video"),...m.map(()=>"audio")].join(" "),...l(r,o.range),related:[...d,...m].map(({node:g,value:y})=>({range:g.range,message:`the source is declared as ${ae(y)}`}))}}}};function Po({restream:{stream:e},platform:t,uri:r}){if(!e||!r.protocol)return[];let n=[...vc(e,t,r.protocol)];return t&&n.push(...wc(e,t)),t&&n.push(...xc(e,t,r.protocol)),n}var bc=[{what:"video_bitrate",sent:"videoBitrate",limit:"maxVideoBitrate",text:e=>`${e} kbit/s of video`},{what:"audio_bitrate",sent:"audioBitrate",limit:"maxAudioBitrate",text:e=>`${e} kbit/s of audio`},{what:"frame_rate",sent:"frameRate",limit:"maxFrameRate",text:e=>`${e} frames per second`},{what:"keyframe_interval",sent:"keyframeInterval",limit:"maxKeyframeInterval",text:e=>`a keyframe every ${e} s`}],Oo=5e3;function*vc(e,t,r){for(let{what:n,sent:s,limit:o,text:i}of bc){let a=e[s];if(!a)continue;let d=[],m=t?.[o];t&&m&&a.value>m.value&&d.push(Tr(t,m,`${$r(m.value)} at most`)),s==="videoBitrate"&&r!=="srt"&&a.value>Oo&&d.push(`above ${Oo} Gcore warns of interruptions by RTMP`),d.length!==0&&(yield{what:n,text:`${i($r(a.value))} (${d.join("; ")})`,declared:[a]})}}function*wc(e,t){let r=[e.width,e.height].filter(u=>u!==void 0),n=[t.maxWidth,t.maxHeight].filter(u=>u!==void 0),[s]=n;if(!s)return;let[o,i]=[e.width?.value??0,e.height?.value??0],a=t.maxWidth?.value??1/0,d=t.maxHeight?.value??1/0,m=o<=a&&i<=d,c=n.length===2&&o<=d&&i<=a;m||c||(yield{what:"size",text:`${Io(r)} pixels (${Tr(t,s,`${Io(n)} at most`)})`,declared:r})}function*xc({videoCodec:e,audioCodec:t},r,n){let s=[{kind:"video",declared:e,taken:r.videoCodecs},{kind:"audio",declared:t,taken:r.audioCodecs}];for(let{kind:o,declared:i,taken:a}of s){if(!i||!a||!Ce(n,i.value)||a.value.some(m=>m===i.value))continue;let d=a.value.map(ae).join(" or ");yield{what:`${o}_codec`,text:`${ae(i.value)} ${o} (${Tr(r,a,d)})`,declared:[i]}}}function Tr({name:e},{source:t},r){let n=t.by===e?"":`, according to ${t.by}`;return`${e===te?"it":e} takes ${r}${n}`}function Io(e){return e.map(({value:t})=>$r(t)).join("\xD7")}function $r(e){return String(Number(e.toFixed(3)))}var Ao={id:"source-exceeds-target",group:"gcore",severity:"warning",docs:{summary:"A source must stay within what its target takes",rationale:"Gcore sends a source on as it is: bitrate, frame rate, size, keyframes and codecs have to fit every target of the stream. Platforms drop what is more than they take, or close the connection. By RTMP over the public internet 1 to 3 Mbit/s is practical, and above 5 Mbit/s interruptions are to be expected.\n\nLower the encoder's settings to what the weakest target takes, or give that target a stream of its own.\n\nWhat the source sends is what its entry in `streams` says. Limits of your own servers can be said in the settings, under `targets`.",invalid:[`streams:
  - id: 20
    video_bitrate: 8000
restreams:
  - stream_id: 20
    uri: rtmp://live.twitch.tv/app/\${TWITCH_KEY}
`,`streams:
  - id: 20
    keyframe_interval: 10
restreams:
  - stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
`],valid:[`streams:
  - id: 20
    video_bitrate: 4500
    audio_bitrate: 128
    keyframe_interval: 2
    frame_rate: 30
    width: 1920
    height: 1080
restreams:
  - stream_id: 20
    uri: rtmp://live.twitch.tv/app/\${TWITCH_KEY}
`],sources:["https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media: by RTMP 1 to 3 Mbit/s, above 5 interruptions; Twitch 6000 kbit/s for those who are no partners; Facebook rejects keyframes more than 4 s apart.","https://support.google.com/youtube/answer/2853702: keyframes not more than 4 s apart, 60 frames per second, 2160p.","https://developers.facebook.com/docs/live-video-api/reference: 9000 kbit/s at 1080p60, 256 kbit/s of audio.","https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_Channel.html: 1080p, 8.5 Mbit/s, excess disconnects.","obsproject/obs-studio, `rtmp-services`: limits of the others. They are OBS's word, and the message says so."]},*check(e){for(let t of e.targets){let{authority:r}=t.uri,n=r?Po(t):[];!r||n.length===0||(yield{message:`The source does not fit this target: ${n.map(({text:s})=>s).join(", ")}`,about:n.map(({what:s})=>s).join(" "),...l(t.field,r.host.range),related:n.flatMap(({declared:s})=>s.map(({node:o})=>({range:o.range,message:"what the source is declared to send"})))})}}};var No={id:"gcore-loop",group:"gcore",severity:"error",docs:{summary:"A stream must not be pushed to its own ingest",rationale:"The target is the address where Gcore takes the very stream that is pushed. Gcore takes one connection for a key, so the encoder is thrown out or the restream is, and what goes round is the picture of itself. Gcore's push URLs are for the encoder; a restream wants the address of another server, or of another stream.\n\nThe backup ingest (`7b`) belongs to the same stream.",invalid:[`restreams:
  - stream_id: 20
    uri: rtmp://vp-push-ed1.gvideo.co/in/20?\${TOKEN}
`,`restreams:
  - stream_id: 20
    uri: srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&latency=2000&streamid=20#\${TOKEN}
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: rtmp://vp-push-ed1.gvideo.co/in/21?\${TOKEN}
`],sources:["https://gcore.com/docs/streaming/live-streaming/primary-backup: `rtmp://\u2026/in/{stream_id}?{push_token}`, `srt://\u2026:5001?streamid={stream_id}#{push_token}`; the backup's ID ends in `b`.","inferred: a stream that is its own source."]},*check(e){for(let t of e.targets){let{uri:r,field:n}=t;if(!r.authority||ht(r.authority.host)!==!0)continue;let{streamId:s}=t.restream,o=Sc(t);s===void 0||o?.id!==s||(yield{message:"The target is the ingest of this very stream: it would be its own source, and its encoder is thrown out",...l(n,o.range)})}}};function Sc({uri:e,field:t}){let r=e.protocol==="srt"?b(t.pairs,"streamid")?.value:t.rtmp?.streamKey,[,n="",s=""]=/^(\d+|\$\{\w+\})(b?)(?:$|[#/]|%23)/i.exec(r?.text??"")??[];if(!r||n==="")return;let i=e.repairs.length>0?r.range.end:r.range.start+n.length+s.length;return{id:n,range:{start:r.range.start,end:i}}}var Fo={id:"gcore-ingest-latency",group:"gcore",severity:"warning",docs:{summary:"An SRT latency into Gcore's own ingest must stay below 3 s",rationale:"Gcore's ingest ends a stream that brings no data for 3 s. With a latency of as much, a loss that SRT would have made good lasts longer than that, and the stream is cut instead. What holds for other targets, 2 to 5 s over the public internet, does not hold here: Gcore recommends 1.5 to 2.5 s.",invalid:[`restreams:
  - stream_id: 20
    uri: srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&latency=3000&streamid=\${ID}#\${TOKEN}
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    uri: srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&latency=2500&streamid=\${ID}#\${TOKEN}
    latency_unit: ms
`],sources:["https://gcore.com/docs/streaming/live-streaming/protocols/srt: do not set the latency of an ingest close to or above 3000 ms; 1500 to 2500 ms is practical."]},*check(e){for(let t of e.srtTargets){let{verdict:r,pair:n}=U(t);if(r.kind!=="too-long-for-ingest"||!n?.value)continue;let{ms:s,unit:o,isGuess:i}=r.latency,a=i?`, read as ${P[o]} by its size`:"";yield{message:`SRT latency is ${R(s)}${a}, and Gcore's ingest ends a stream after 3 s without data: stay below that, best at 1.5 to 2.5 s`,...l(t.field,n.value.range)}}}};function Lo(e,{start:t,end:r}){let n=r;for(;Mo(e,n);)n+=1;let s=t;for(;Mo(e,s-1);)s-=1;let o=/^(?:\r\n?|\n)?/.exec(e.slice(n,n+2))?.[0].length??0,i=s===0||/[\r\n\ufeff]/.test(e.charAt(s-1)),a=o>0||n===e.length;return i&&a?Er(s,n+o):i?Er(t,n):Er(s,a?n:r)}function Mo(e,t){return e.charAt(t)===" "||e.charAt(t)==="	"}function Er(e,t){return{range:{start:e,end:t},newText:""}}var Co={id:"unused-suppression",group:"suppression",severity:"warning",offers:"fix",marksIgnored:!0,docs:{summary:"A comment that suppresses findings must have something to suppress",rationale:"A suppression that has outlived its reason says that something is wrong with a restream that is right, and it will hide the next fault in its place.\n\nWhat there is:\n\n- `# restream-lint-disable-next-line srt-not-caller, unusual-port -- why`: the next line that is more than a comment, a value that begins on it and goes on over several lines, and all of a restream that begins on it\n- `# restream-lint-disable-line \u2026`: the comment's own line, and a value that begins on it\n- `# restream-lint-disable \u2026`: from here to the next `# restream-lint-enable` of the rule or of all, or to the end of the file\n- `# restream-lint-disable-file \u2026`: the whole file, wherever it stands\n\nWithout rules, all are meant. What stands after ` -- ` is yours. JSON with comments takes `//` and `/* */`; for plain JSON there is `ignore` in the settings. What is wrong in a value that an alias stands for is reported at its anchor, so the comment goes there.\n\nOf a file with a syntax error nothing is called unused. Findings about suppressions can only be silenced in the settings.",invalid:[`restreams:
  - stream_id: 20
    # restream-lint-disable-next-line srt-not-caller -- listener until spring
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
    latency_unit: ms
`],valid:[`restreams:
  - stream_id: 20
    # restream-lint-disable-next-line srt-not-caller -- the target dials until spring
    uri: srt://ingest.studio-b.net:9000?mode=listener&latency=2000
    latency_unit: ms
`],sources:["Convention: ESLint's `--report-unused-disable-directives` and its ` -- ` before a description."]},*check({text:e,suppressions:t}){if(!t)return;let{unused:r}=t;for(let n of t.all){let{directive:s,names:o}=n,i=o.filter(a=>r.has(a));if(!s)yield Rc(n);else if(r.has(n)||i.length>0&&i.length===o.length)yield{message:`This comment has no effect: ${Uo(n)}`,about:kc(n),range:n.comment,path:"",fixes:[S("Delete the comment",Lo(e,n.comment))]};else for(let a of i)yield{message:`"${a.text}" has no effect here: ${Uo(n)}`,about:a.text,range:a.range,path:"",fixes:[S(`Delete "${a.text}"`,_c(o,a,r))]}}}};function Uo({directive:e,below:t}){return e==="enable"?"nothing is disabled here":e==="disable-next-line"&&t===void 0?"no line follows":"there is nothing to suppress"}function kc({directive:e,names:t}){let r=t.flatMap(({text:n,isKnown:s})=>s?[n]:[]);return[e,...r].join(" ")}function Rc({meant:e,word:t}){let r=e&&`restream-lint-${e}`;return{message:`This comment has no effect: ${r?`did you mean "${r}"?`:"there is no such directive"}`,range:t,path:"",fixes:[r?f(`Write "${r}"`,{range:t,newText:r}):void 0]}}function _c(e,t,r){let n=e.indexOf(t),s=e.slice(0,n).some(a=>!r.has(a)),o=e[s?n-1:n+1];return o?{range:s?{start:o.range.end,end:t.range.end}:{start:t.range.start,end:o.range.start},newText:""}:void 0}var Do={id:"unknown-rule",group:"suppression",severity:"warning",offers:"suggestions",docs:{summary:"A comment or a settings file must name rules that exist",rationale:"A misspelt rule is neither suppressed nor switched off: the finding stays, or a check that you rely on is not the one you set.\n\nIn a comment, commas stand between rules, and ` -- ` before a reason: `# restream-lint-disable-next-line unusual-port -- their firewall`. `restream-lint rules` lists all rules.",invalid:[`restreams:
  - stream_id: 20
    # restream-lint-disable-next-line srt-undeclared-latency -- asked them
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
`],valid:[`restreams:
  - stream_id: 20
    # restream-lint-disable-next-line srt-undeclared-latency-unit -- asked them
    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000
`],sources:["The list of rules of this version."]},*check({suppressions:e}){if(e){for(let{directive:t,names:r}of e.all)if(t)for(let{text:n,range:s,isKnown:o}of r){if(o)continue;let i=n===""?void 0:ke(n,e.rules),a=$c(n);yield{message:`There is no such rule, so this suppresses nothing: ${i===void 0?a:`did you mean "${i}"?`}`,range:s,path:"",fixes:[i===void 0?void 0:f(`Write "${i}"`,{range:s,newText:i})]}}}}};function $c(e){return e===""?'a reason stands after " -- "':e==="all"?"to suppress all, name none":"`restream-lint rules` lists all"}var He=[Jn,Fn,An,In,Zn,Nn,rs,Un,Cn,Kn,Vn,Xn,Qn,ns,is,as,ls,us,ps,fs,hs,gs,ys,bs,vs,ws,xs,Is,Ps,As,Ns,Fs,Us,Cs,Ds,Ws,Gs,Hs,js,qs,Qs,Js,eo,ao,mo,co,lo,ho,go,bo,wo,ko,Ro,$o,Eo,Ao,No,Fo,Co,Do];var Ut=["recommended","strict","all"];var _e=["yaml","yml","json","jsonc"];var ce={name:"color",value:"when",choices:["auto","always","never"],summary:"When to colour; auto means on a terminal, and heeds NO_COLOR and FORCE_COLOR"},F={name:"help",short:"h",summary:"Show this help"},je={name:"stdin-filename",value:"name",summary:"What to call standard input; its extension says YAML or JSON"},Ko={name:"config",value:"file",summary:"Settings for all files, instead of the nearest .restream-lint.yaml, .yml or .json upwards"},Ct={name:"no-ignore",summary:"Search directories for documents that git ignores, too"},Bo={name:"no-config",summary:"Read no settings file"},Or=[{name:"env",summary:"Fill in placeholders from the environment, and lint what comes of it; it is never printed"},{name:"env-file",value:"file",isRepeatable:!0,summary:"Fill in placeholders from a file; a later one wins, and with --env the environment"}],Yo={name:"prune",summary:"Delete what is at Gcore and not in the documents, of the streams that they name; asks first, and needs each document named"},Dt=[{name:"rule",value:"id=severity",isRepeatable:!0,summary:"Set a rule to error, warning, info or off"},Ko,Bo,{name:"preset",value:"preset",choices:Ut,summary:"How strict to be, instead of what the settings extend"}],Tc=["pretty","concise","json","jsonl","sarif","github","gitlab","junit","checkstyle","markdown"],j={name:"",usage:"[path\u2026]",summary:"Lint files, directories (searched for restream documents), or - for standard input",options:[{name:"format",short:"f",value:"format[=file]",choices:Tc,takesFile:!0,isRepeatable:!0,summary:"How to print what was found, and into which file; pretty is the default, after github in GitHub Actions"},{name:"fix",summary:"Apply the safe fixes to the files"},{name:"unsafe-fixes",summary:"With --fix or --diff: also apply a suggestion where there is just one"},{name:"diff",summary:"Print what --fix would do as a patch with secrets masked, and change nothing"},{...je,summary:`${je.summary}; .ndjson and .jsonl, with --format jsonl, that each line is a document`},...Or,{name:"max-warnings",value:"n",summary:"Exit with 1 if there are more warnings than this"},{name:"quiet",short:"q",summary:"Print errors only"},{name:"no-error-on-unmatched",summary:"Exit with 0 where there is nothing to lint"},{name:"force-exclude",summary:"Leave out excluded paths (node_modules, .git, what the settings leave out) even if they are named"},Ct,{name:"staged",summary:"Lint what git is about to commit, as it is in the index, with the settings there"},{name:"changed",value:"rev",isValueOptional:!0,summary:"Lint the files that differ from where this branch left another one, which is the remote's usual one, main or master"},{name:"baseline",value:"file",summary:"Leave out the findings that this file holds; exit with 1 if some are found no more"},{name:"update-baseline",summary:"Write all that is found into the baseline"},{name:"prune-baseline",summary:"Take out of the baseline what is found no more, and add nothing"},{name:"per-file",summary:"Judge each file by itself: say nothing of what only several together show"},...Dt,{name:"watch",summary:"Lint again whenever a document, a settings file or an env file changes, until Ctrl-C"},{name:"jobs",short:"j",value:"n",summary:"How many threads lint, from 1 to 64; 1 is the default, auto takes half as many as there are cores if there are thousands of files"},{name:"stats",summary:"Say on standard error how much was linted, and how long it took"},ce,F,{name:"version",short:"V",summary:"Show the version"}]},q=[j,{name:"explain",usage:"<rule>",summary:"Show a rule's page",options:[ce,F]},{name:"rules",usage:"",summary:"List all rules",options:[{name:"format",short:"f",value:"format",choices:["pretty","json"],summary:"pretty is the default"},{name:"preset",value:"preset",choices:Ut,summary:"Show the severities of a preset; recommended is the default"},ce,F]},{name:"init",usage:"",summary:"Write a first restreams.yaml and a settings file, with comments, into this folder",options:[F]},{name:"config",usage:"[path]",summary:"Show the settings in force for a file, and where each comes from",options:[{name:"format",short:"f",value:"format",choices:["pretty","json"],summary:"pretty is the default"},...Dt,ce,F]},{name:"uri",usage:"<URI>",summary:"Take one address apart: parts, defaults, latency in each unit, findings; - reads it from standard input",options:[ce,F]},{name:"secrets",usage:"[path\u2026]",summary:"List the secrets that are written out in restream documents, without saying what they are; exits with 1 if there are any",options:[{name:"move",summary:"Put ${NAME} in the place of each, and its value into an env file that only its owner can read"},{name:"env-file",value:"file",summary:"With --move: where the values go; .env is the default, and no file that git tracks"},Ct,je,Ko,Bo,F]},{name:"plan",isRemote:!0,usage:"[path\u2026]",summary:"Show what submit would change at Gcore, with the API token of GCORE_API_KEY",options:[{name:"format",short:"f",value:"format",choices:["pretty","json"],summary:"pretty is the default"},{name:"out",value:"file",summary:"Save the plan for submit --plan, without a secret in it"},{name:"detailed-exitcode",summary:"Exit with 5 where something would change"},Yo,Ct,je,...Or,...Dt,ce,F]},{name:"submit",isRemote:!0,usage:"[path\u2026]",summary:"Lint, plan, ask, and then create and change the restreams at Gcore",options:[{name:"yes",short:"y",summary:"Ask nothing; needed where no terminal is there to ask"},{name:"plan",value:"file",summary:"Submit what plan --out saved, or nothing if anything has moved"},Yo,{name:"allow-live",summary:"Change and delete restreams that are on air, too"},{name:"fail-fast",summary:"Begin nothing more after the first that fails"},{name:"concurrency",value:"n",summary:"How many to work on at the same time, from 1 to 32; 4 is the default"},Ct,je,...Or,...Dt,ce,F]},{name:"pull",isRemote:!0,usage:"",summary:"Print the restreams that exist at Gcore as a document, with ${NAME} for each secret",options:[{name:"out",value:"file",summary:"Write the document into a new file instead"},{name:"env-file",value:"file",summary:"Where the secrets go: a file that only its owner can read, and none that git tracks; nowhere without it"},F]},{name:"lsp",isRemote:!0,usage:"",summary:"Serve an editor: the language server, on standard input and output",options:[{name:"stdio",summary:"On standard input and output; so it is in any case"},{name:"node-ipc",summary:"On the channel of the Node.js that started it"},{name:"env",summary:"To plan and submit: fill in placeholders from the environment"},{name:"env-file",value:"file",isRepeatable:!0,summary:"To plan and submit: fill in placeholders from a file"},{name:"clientProcessId",value:"pid",summary:"The editor's process: the server ends when that is gone"},F]},{name:"completion",usage:"<shell>",summary:"Print the script that completes command lines in bash, zsh or fish",options:[F]},{name:"gitleaks",usage:"",summary:"Print rules that find such secrets anywhere, for gitleaks and other secret scanners",options:[F]}];var qe=class extends Error{name="UsageError"};var $e=["error","warning","info","off"];var Te="git for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags 2>/dev/null",Ir=["bash","zsh","fish"];function Ee({value:e="",choices:t,takesFile:r}){return t?{kind:r?"formats":"words",words:t}:Wo(e)}function Oe({usage:e}){return Wo(e.replaceAll(/[<>[\]…]/g,""))}var Ec={"":{kind:"nothing"},"id=severity":{kind:"severities"},URI:{kind:"nothing"},file:{kind:"files"},ms:{kind:"nothing"},n:{kind:"nothing"},name:{kind:"documents"},path:{kind:"documents"},pid:{kind:"nothing"},rev:{kind:"revisions"},rule:{kind:"rules"},shell:{kind:"words",words:Ir}};function Wo(e){let t=Ec[e];if(!t)throw new Error(`nothing says what a shell offers for <${e}>`);return t}function Vo(e){let t=q.filter(r=>r!==j).map(({name:r})=>r);return`# Completion of restream-lint for bash. Printed by: restream-lint completion bash

_restream_lint() {
  local IFS=$' \\t\\n' command='' bare='' option='' prefix='' inner='' mark='' word quoted options offer arguments
  local -a words=()
  local newline=$'\\n' last=0 i
  COMPREPLY=()

  # Bash parts words at \`=\`: put them together again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    last=$((\${#words[@]} - 1))
    if ((last >= 0)) && { [[ $word == =* ]] || [[ -n $word && \${words[last]} == *= ]]; }; then
      words[last]+=$word
    else
      words+=("$word")
    fi
  done
  last=$((\${#words[@]} - 1))
  ((last >= 0)) || return 0
  local current=\${words[last]}

  if ((last > 0)); then
    case \${words[0]} in
      ${t.join(" | ")}) command=\${words[0]} ;;
    esac
    # The value of an option may be the word behind it, but not behind \`--\`.
    option=\${words[last - 1]}
    for ((i = 0; i < last; i++)); do
      [[ \${words[i]} != -- ]] || bare=1
    done
  fi
  if [[ -z $bare && $current == --*=* ]]; then
    option=\${current%%=*}
    prefix=$option=
    current=\${current#*=}
  elif [[ -n $bare || $option != -* ]]; then
    option=''
  fi

  case $command in
${q.map(Oc).join(`
`)}
  esac
  if [[ -n $prefix && $offer == arguments ]]; then
    return 0
  elif [[ $offer == arguments && -z $bare && $current == -* ]]; then
    offer="words $options"
  elif [[ $offer == arguments ]]; then
    offer=$arguments
    ((last > 0)) || offer='commands'
  fi

  # A quote that is open yet: what a Tab makes of the word begins behind it.
  if [[ $current == [\\'\\"]* ]]; then
    mark=\${current:0:1}
    current=\${current:1}
  fi

  local candidates=''
  case $offer in
    words\\ *) candidates=\${offer#words } ;;
    formats\\ *)
      if [[ $current == *=* ]]; then
        inner=\${current%%=*}=
        current=\${current#*=}
        offer=files
      else
        candidates=\${offer#formats }
      fi
      ;;
    # A branch may be called \`x$(reboot)\`: what it is called is never read as a script.
    revisions) candidates=$(${Te}) ;;
    rules) candidates=$_restream_lint_rules ;;
    severities)
      if [[ $current == *=* ]]; then
        inner=\${current%%=*}=
        current=\${current#*=}
        candidates='${$e.join(" ")}'
      else
        candidates=\${_restream_lint_rules// /= }=
        compopt -o nospace 2>/dev/null
      fi
      ;;
    commands) candidates='${t.join(" ")}' ;;
  esac
  # What stands before a \`=\` is left alone, unless \`=\` parts no words.
  [[ -z $mark && $COMP_WORDBREAKS != *=* ]] || prefix=''
  [[ -n $mark || $COMP_WORDBREAKS != *=* ]] || inner=''
  prefix+=$inner
  if [[ -n $candidates ]]; then
    while IFS= read -r word; do
      printf -v quoted %q "$word"
      # What a Tab has begun is quoted already. Quotes would take back what \`%q\` does.
      [[ -z $mark || $quoted == "$word" ]] || continue
      if [[ $word == "$current"* || $quoted == "$current"* ]]; then
        COMPREPLY+=("$prefix$quoted")
      fi
    done < <(printf '%s\\n' "\${candidates// /$newline}")
  fi
  case $offer in
    commands | documents | files)
      # Readline itself knows of quotes, where what is here found nothing.
      compopt -o filenames -o default 2>/dev/null
      while IFS= read -r word; do
        case $offer:$word in
          files:*) COMPREPLY+=("$prefix$word") ;;
          *:*.${_e.join(" | *:*.")}) [[ -d $word ]] || COMPREPLY+=("$prefix$word") ;;
        esac
      done < <(compgen -f -- "$current")
      # Among all files, they are already.
      [[ $offer != files ]] || return 0
      while IFS= read -r word; do
        COMPREPLY+=("$prefix$word")
      done < <(compgen -d -- "$current")
      ;;
  esac
  return 0
}

_restream_lint_rules='${e.join(" ")}'

complete -F _restream_lint restream-lint
`}function Oc(e){let{name:t,options:r}=e,n=r.filter(({value:s})=>s!==void 0);return[`    '${t}')`,`      options='${r.flatMap(Go).join(" ")}'`,`      arguments='${Ho(Oe(e))}'`,"      case $option in",...n.map(s=>`        ${Go(s).join(" | ")}) ${Ic(s)} ;;`),"        *) offer=arguments ;;","      esac","      ;;"].join(`
`)}function Ic(e){let t=`offer='${Ho(Ee(e))}'`;return e.isValueOptional?`offer=arguments; [[ -z $prefix ]] || ${t}`:t}function Go({name:e,short:t}){return[`--${e}`,...t===void 0?[]:[`-${t}`]]}function Ho(e){return"words"in e?[e.kind,...e.words].join(" "):e.kind}function Yt(e){return e.replaceAll("`","")}function jo(e){let t=q.filter(n=>n!==j),r=j.options.filter(n=>n.isValueOptional).map(({name:n})=>n);return`# Completion of restream-lint for fish. Printed by: restream-lint completion fish

# Whether this is the command that is being called; '' stands for linting, which needs no word.
function __restream_lint_is
    set -l words (commandline -opc)
    if contains -- "$words[2]" ${t.map(({name:n})=>n).join(" ")}
        test "$words[2]" = "$argv[1]"
    else
        test '' = "$argv[1]"
    end
end

function __restream_lint_is_first
    test (count (commandline -opc)) -eq 1
end

function __restream_lint_documents
    # Behind the \`=\` of what may stand alone, fish asks for arguments, too.
    string match -q -r -- '^--(?:${r.join("|")})=' (commandline -ct); and return
    set -l found (complete -C "__fish_command_without_completions "(commandline -ct))
    # Any other file may be named, too.
    string match -r -- '^.*(?:/|\\.(?:${_e.join("|")}))$' $found
    or printf '%s\\n' $found
end

function __restream_lint_revisions
    ${Te}
end

function __restream_lint_rules
    printf '%s\\t%s\\n' \\
${e.map(n=>`        ${n.id} ${Pr(Yt(n.docs.summary))}`).join(` \\
`)}
end

# ID=SEVERITY.
function __restream_lint_severities
    set -l rule (string match -r -- '^(?:--rule=)?+([^=]+)=' (commandline -ct))
    if set -q rule[2]
        printf '%s\\n' $rule[2]={${$e.join(",")}}
    else
        __restream_lint_rules | string replace -r '\\t' '=\\t'
    end
end

# FORMAT or FORMAT=FILE.
function __restream_lint_formats
    set -l format (string match -r -- '^(?:--format=)?+([^=]+)=(.*)$' (commandline -ct))
    if set -q format[2]
        set -l found (complete -C "__fish_command_without_completions $format[3]")
        string replace -r -- '^' "$format[2]=" $found
    else
        printf '%s\\n' $argv
    end
end

complete -c restream-lint -f
${t.map(Pc).join(`
`)}
${q.map(Ac).join(`
`)}
`}function Pc({name:e,summary:t}){return`complete -c restream-lint -n __restream_lint_is_first -a ${e} -d ${Pr(t)}`}function Ac(e){let t=`complete -c restream-lint -n '__restream_lint_is "${e.name}"'`,r=qo(Oe(e));return[...r===""?[]:[`${t}${r}`],...e.options.map(n=>`${t} ${Nc(n)}`)].join(`
`)}function Nc(e){let{name:t,short:r,summary:n}=e;return`${`${r===void 0?"":`-s ${r} `}-l ${t}`}${Fc(e)} -d ${Pr(n)}`}function Fc(e){if(e.value===void 0)return"";let t=Ee(e),r=t.kind==="files"?" -r":" -x";return`${e.isValueOptional?" -f":r}${qo(t)}`}function qo(e){switch(e.kind){case"words":return` -a '${e.words.join(" ")}'`;case"formats":return` -a '(__restream_lint_formats ${e.words.join(" ")})'`;case"files":return" -F";case"nothing":return"";default:return` -k -a '(__restream_lint_${e.kind})'`}}function Pr(e){return`'${e.replaceAll(/[\\']/g,"\\$&")}'`}function Xo(e){let t=q.filter(r=>r!==j);return`#compdef restream-lint
# Completion of restream-lint for zsh. Printed by: restream-lint completion zsh

_restream-lint() {
  local curcontext="$curcontext" command=''
  typeset -A opt_args
  if (( CURRENT > 2 )); then
    case $words[2] in
      ${t.map(({name:r})=>r).join("|")})
        command=$words[2]
        shift words
        (( CURRENT-- ))
        ;;
    esac
  fi
  case $command in
${q.map(Mc).join(`
`)}
  esac
}

_restream-lint_commands() {
  local -a commands=(
${t.map(r=>`    ${zo(r.name,r.summary)}`).join(`
`)}
  )
  _describe -t commands command commands
  _restream-lint_documents
}

_restream-lint_documents() {
  _files -g '*.(${_e.join("|")})(-.)'
}

# A format, or FORMAT=FILE.
_restream-lint_formats() {
  if compset -P 1 '*='; then
    _files
  else
    compadd -- "$@"
  fi
}

_restream-lint_revisions() {
  compadd -- \${(f)"$(${Te})"}
}

_restream-lint_rules() {
  local -a rules=(
${e.map(r=>`    ${zo(r.id,Yt(r.docs.summary))}`).join(`
`)}
  )
  _describe -t rules rule rules "$@"
}

# ID=SEVERITY.
_restream-lint_severities() {
  if compset -P 1 '*='; then
    compadd -- ${$e.join(" ")}
  else
    _restream-lint_rules -S =
  fi
}

if [[ $funcstack[1] == _restream-lint ]]; then
  _restream-lint "$@"
else
  compdef _restream-lint restream-lint
fi
`}function Mc(e){let t=[...e.options.map(Lc),...Cc(e)];return[`    ${e.name===""?"''":e.name})`,"      _arguments -s -S : \\",t.map(r=>`        ${r}`).join(` \\
`),"      ;;"].join(`
`)}function Lc(e){let{name:t,short:r,value:n,isRepeatable:s}=e,o=`--${t}${n===void 0?"":"="}${e.isValueOptional?"-":""}`,i=n===void 0?`-${r}`:`-${r}+`,a=ze(`[${Qo(e.summary)}]${n===void 0?"":Uc(e)}`);return r===void 0?`${s?"'*'":""}${o}${a}`:`${s?"'*'":`'(-${r} --${t})'`}{${i},${o}}${a}`}function Uc(e){let{value:t=""}=e;return`${e.isValueOptional?"::":":"}${Qo(t.replaceAll(/[[\]]/g,""))}:${Ar(Ee(e))}`}function Cc(e){let t=Oe(e);return e.name===j.name?[ze("1: : _restream-lint_commands"),ze(`*: :${Ar(t)}`)]:t.kind==="nothing"?[]:[ze(`${e.usage.includes("\u2026")?"*":"1"}: :${Ar(t)}`)]}function Ar(e){switch(e.kind){case"words":return`(${e.words.join(" ")})`;case"formats":return` _restream-lint_formats ${e.words.join(" ")}`;case"files":return"_files";case"nothing":return" ";default:return` _restream-lint_${e.kind}`}}function zo(e,t){return ze(`${e}:${t.replaceAll("\\","\\\\")}`)}function Qo(e){return e.replaceAll(/[\\[\]:]/g,"\\$&")}function ze(e){return`'${e.replaceAll("'","'\\''")}'`}var Jo={ok:0,found:1,usage:2,nothing:3,unreachable:4,changes:5,interrupted:130};function Dc(e,t){return t.stdout.write(Yc(e.paths)),Jo.ok}function Yc([e,...t]){if(t.length===0&&e==="bash")return Vo(He.map(({id:r})=>r));if(t.length===0&&e==="zsh")return Xo(He);if(t.length===0&&e==="fish")return jo(He);throw new qe(`completion needs the name of a shell: ${ie(Ir)}`)}0&&(module.exports={printCompletion});
