const fs=require('fs');let L=fs.readFileSync('dev-2.jsonl','utf8').trim().split('\n').map(JSON.parse);
for(const o of L){
 if(o.span==='the penny has not dropped')o.span='The penny has not dropped';
 if(o.text.startsWith('Aleksander is running')){o.text='Aleksander is running rings aroud his carers according to the log and turns up in Luton whenever it siuts him.';o.span='running rings aroud his carers'}
 if(o.text.startsWith('23:25 Intel check. Zara')){o.text='23:25 Intel check. Zara 14, HUSSEIN 25, have been seeing each other since June. Sgt happy with med.';o.span='have been seeing each other'}
 if(o.text.startsWith('18:30 Male is 21')){o.text='18:30 Male is 21, Courtney is 13. Put down as young love and suitable advice passed to both. Log closed.'}
}
fs.writeFileSync('dev-2.jsonl',L.map(o=>JSON.stringify(o)).join('\n')+'\n');
const c={};for(const o of L){for(const k of [o.label,o.label+o.category,o.label+o.difficulty,o.label+o.register])c[k]=(c[k]||0)+1;if(o.span&&!o.text.includes(o.span))console.log(o)}console.log(c);
