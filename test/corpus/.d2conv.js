const fs=require('fs');const out='dev-2.jsonl';
const D={f:'fixed',v:'variant',p:'paraphrase',k:'lookalike',o:'ordinary'},G={l:'log',n:'narrative',d:'dictated',a:'abbreviated',t:'typo'},K={A:'AGENCY',I:'INSIGHT',L:'RELATION'};
let s='';for(const line of fs.readFileSync(0,'utf8').split('\n')){if(!line.trim())continue;const p=line.split('|');
let h=p[0],o;if(h[0]==='R'){if(p.length!==3)throw line;if(!p[2].includes(p[1]))console.log('SPAN?',line);o={id:'x',text:p[2],label:'risky',category:K[h[1]],span:p[1],difficulty:D[h[2]],register:G[h[3]]}}
else{if(p.length!==2)throw line;o={id:'x',text:p[1],label:'clean',category:null,span:null,difficulty:D[h[1]],register:G[h[2]]}}
if(!o.difficulty||!o.register||o.category===undefined)throw line;s+=JSON.stringify(o)+'\n'}
fs.appendFileSync(out,s);console.log(fs.readFileSync(out,'utf8').trim().split('\n').length);
