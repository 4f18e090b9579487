import sys,json,os
D=dict(f='fixed',v='variant',p='paraphrase',l='lookalike');G=dict(l='log',n='narrative',d='dictated',a='abbreviated',t='typo')
P='dev-4.jsonl';n=sum(1 for _ in open(P)) if os.path.exists(P) else 0
out=[]
for ln in sys.stdin:
    ln=ln.rstrip('\n')
    if not ln.strip(): continue
    d,g,t=ln[0],ln[1],ln[3:]
    sp=None
    if '[[' in t:
        a=t.index('[[');b=t.index(']]');sp=t[a+2:b];t=t.replace('[[','').replace(']]','')
    assert (sp is None)==(d=='l'),ln
    n+=1
    out.append(json.dumps(dict(id=f'd4-{n:03d}',text=t,label='clean' if d=='l' else 'risky',category=None if d=='l' else 'AGENCY',span=sp,difficulty=D[d],register=G[g]),ensure_ascii=False))
open(P,'a').write('\n'.join(out)+'\n');print(len(out),n)
