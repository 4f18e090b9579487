import sys,json,os
cat=sys.argv[1]; out='dev-5.jsonl'
n=sum(1 for _ in open(out)) if os.path.exists(out) else 0
D=dict(f='fixed',v='variant',p='paraphrase',k='lookalike');R=dict(l='log',n='narrative',d='dictated',a='abbreviated',t='typo')
with open(out,'a') as o:
  for line in sys.stdin:
    line=line.rstrip('\n')
    if not line.strip(): continue
    d,r,t=line.split('|',2)
    n+=1
    if d=='k': c=None;s=None;lab='clean'; assert '[[' not in t,t
    else:
      lab='risky';c=cat
      assert t.count('[[')==1 and t.count(']]')==1,t
      s=t[t.index('[[')+2:t.index(']]')]; t=t.replace('[[','').replace(']]','')
    o.write(json.dumps(dict(id=f'd5-{n:03d}',text=t,label=lab,category=c,span=s,difficulty=D[d],register=R[r]),ensure_ascii=False)+'\n')
print(n)
