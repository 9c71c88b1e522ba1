import tests.metrics.present.documents.test_sheets as t, sys
def test_w(sample_store):
    for n,a in ((t.territory.NAME,t.of_agency(sample_store,'RENNES','2024')),(t.quarter.NAME,t.of_dispositif(sample_store,'RENNES-JOUR'))):
        m={t.territory.NAME:'rennes_2024',t.quarter.NAME:'rennes-jour_2024-T4'}[n]
        (t.GOLDEN/f'{n}_{m}.txt').write_text(t.read(a).strip()+'\n',encoding='utf-8')
