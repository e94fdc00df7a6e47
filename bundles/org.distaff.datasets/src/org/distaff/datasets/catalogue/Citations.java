package org.distaff.datasets.catalogue;

/** BibTeX entries of the published data sets. */
final class Citations {

    static final String DSPRITES = """
            @misc{dsprites17,
              author = {Loic Matthey and Irina Higgins and Demis Hassabis and Alexander Lerchner},
              title = {dSprites: Disentanglement testing Sprites dataset},
              howpublished = {https://github.com/deepmind/dsprites-dataset/},
              year = {2017}
            }""";
    static final String CHALLENGING = """
            @inproceedings{locatello19challenging,
              author = {Francesco Locatello and Stefan Bauer and Mario Lucic and Gunnar R{\\"a}tsch and Sylvain Gelly
                        and Bernhard Sch{\\"o}lkopf and Olivier Bachem},
              title = {Challenging Common Assumptions in the Unsupervised Learning of Disentangled Representations},
              booktitle = {International Conference on Machine Learning},
              year = {2019}
            }""";
    static final String ABSTRACT = """
            @inproceedings{vansteenkiste19abstract,
              author = {Sjoerd van Steenkiste and Francesco Locatello and J{\\"u}rgen Schmidhuber and Olivier Bachem},
              title = {Are Disentangled Representations Helpful for Abstract Visual Reasoning?},
              booktitle = {Advances in Neural Information Processing Systems},
              year = {2019}
            }""";
    static final String SMALLNORB = """
            @inproceedings{lecun04norb,
              author = {Yann LeCun and Fu Jie Huang and L{\\'e}on Bottou},
              title = {Learning Methods for Generic Object Recognition with Invariance to Pose and Lighting},
              booktitle = {IEEE Conference on Computer Vision and Pattern Recognition},
              year = {2004}
            }""";
    static final String CARS3D = """
            @inproceedings{reed15analogy,
              author = {Scott Reed and Yi Zhang and Yuting Zhang and Honglak Lee},
              title = {Deep Visual Analogy-Making},
              booktitle = {Advances in Neural Information Processing Systems},
              year = {2015}
            }""";
    static final String SHAPES3D = """
            @misc{3dshapes18,
              author = {Chris Burgess and Hyunjik Kim},
              title = {3D Shapes Dataset},
              howpublished = {https://github.com/deepmind/3dshapes-dataset/},
              year = {2018}
            }""";
    static final String MPI3D = """
            @inproceedings{gondal19transfer,
              author = {Muhammad Waleed Gondal and Manuel W{\\"u}thrich and Djordje Miladinovi{\\'c} and
                        Francesco Locatello and Martin Breidt and Valentin Volchkov and Joel Akpo and Olivier Bachem and
                        Bernhard Sch{\\"o}lkopf and Stefan Bauer},
              title = {On the Transfer of Inductive Bias from Simulation to the Real World: a New Disentanglement Dataset},
              booktitle = {Advances in Neural Information Processing Systems},
              year = {2019}
            }""";
    static final String CELEBA = """
            @inproceedings{liu15faces,
              author = {Ziwei Liu and Ping Luo and Xiaogang Wang and Xiaoou Tang},
              title = {Deep Learning Face Attributes in the Wild},
              booktitle = {IEEE International Conference on Computer Vision},
              year = {2015}
            }""";

    private Citations() {
    }
}
