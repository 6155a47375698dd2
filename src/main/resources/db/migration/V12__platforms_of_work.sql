-- Which platforms a worker has joined is asked for with every page that she opens.
create index work_platform on work (account, platform);
