// Makes the file of word vectors from an installed WordNet 3: word_vectors WORDNET_FOLDER OUT
// Words are alike whose synsets speak of the same things: words and synsets (their lemmas and their glosses) are counted
// together, the counts become positive pointwise mutual information with the contexts smoothed by .75 (Levy, Goldberg
// and Dagan 2015, section 3), and a randomised singular value decomposition (Halko, Martinsson and Tropp 2011, algorithms
// 4.4 and 5.1) keeps the strongest directions. Random walks over WordNet's links, tried beside it, gained nothing.
// Run once, when the program is built; its answer is the same each time.
#include "themes/words.hpp"
#include "whole_file.hpp"

#include <Eigen/Dense>
#include <Eigen/SparseCore>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using Sparse = Eigen::SparseMatrix<float, Eigen::RowMajor>;
using Dense = Eigen::MatrixXf;

constexpr int dimensions = 100;
constexpr int spare_directions = 20; // drawn beyond those kept, so that the last kept ones are true
constexpr int power_steps = 3;
constexpr float context_smoothing = 0.75F;
constexpr int least_synsets = 3; // a word of fewer glosses is kept only if it has a synset of its own
constexpr std::uint32_t seed = 20;

// Words of glosses that stand in every second one.
const std::set<std::string> frame_words = {
    "a",     "about",   "an",   "and",  "any",    "are",   "as",   "at",    "be",      "been",  "being", "but",
    "by",    "can",     "did",  "do",   "does",   "doing", "done", "down",  "eg",      "esp",   "etc",   "for",
    "from",  "had",     "has",  "have", "having", "he",    "her",  "his",   "ie",      "if",    "in",    "into",
    "is",    "it",      "its",  "made", "make",   "may",   "no",   "not",   "of",      "off",   "on",    "one",
    "or",    "other",   "our",  "out",  "over",   "she",   "so",   "some",  "someone", "such",  "than",  "that",
    "the",   "their",   "them", "then", "these",  "they",  "this", "those", "to",      "under", "up",    "used",
    "using", "usually", "was",  "we",   "were",   "which", "who",  "whom",  "will",    "with",  "you",   "your"};

struct Synset {
    std::set<std::string> own;   // stems of its one-word lemmas
    std::set<std::string> words; // of all its lemmas and its gloss
};

void add_words(const std::string& text, const avow::themes::Stemmer& stemmer, std::set<std::string>& stems) {
    for (const auto& word : avow::themes::words_of(text, stemmer))
        if (word.folded.size() > 1 && !word.has_digit && !frame_words.contains(word.folded)) stems.insert(word.stem);
}

// A line of a data file: offset, file number, kind, the count of lemmas in hexadecimal, each lemma with its number,
// links, " | ", the gloss (wndb(5WN)).
Synset synset_of(const std::string& line, const avow::themes::Stemmer& stemmer) {
    std::istringstream fields(line);
    std::string offset;
    std::string file;
    std::string kind;
    std::string lemma_count;
    fields >> offset >> file >> kind >> lemma_count;
    Synset synset;
    for (auto left = std::stoi(lemma_count, nullptr, 16); left > 0; --left) {
        std::string lemma;
        std::string number;
        fields >> lemma >> number;
        lemma.resize(std::min(lemma.find('('), lemma.size())); // an adjective's place in the sentence
        const bool is_one_word = lemma.find_first_of("_-' ") == std::string::npos;
        std::replace(lemma.begin(), lemma.end(), '_', ' ');
        add_words(lemma, stemmer, is_one_word ? synset.own : synset.words);
    }
    synset.words.insert(synset.own.begin(), synset.own.end());
    if (const auto gloss = line.find(" | "); gloss != std::string::npos)
        add_words(line.substr(gloss + 3), stemmer, synset.words);
    return synset;
}

std::vector<Synset> synsets_in(const std::string& folder) {
    const avow::themes::Stemmer stemmer("english");
    std::vector<Synset> synsets;
    for (const auto* kind : {"noun", "verb", "adj", "adv"}) {
        std::ifstream file(folder + "/data." + kind);
        if (!file) throw std::runtime_error("There is no WordNet in " + folder + ": data." + kind + " can't be read.");
        for (std::string line; std::getline(file, line);)
            if (!line.starts_with("  ")) synsets.push_back(synset_of(line, stemmer)); // the licence is indented
    }
    return synsets;
}

std::vector<std::string> vocabulary_of(const std::vector<Synset>& synsets) {
    std::map<std::string, int> counts;
    std::set<std::string> kept;
    for (const auto& synset : synsets) {
        for (const auto& word : synset.words) ++counts[word];
        kept.insert(synset.own.begin(), synset.own.end());
    }
    for (const auto& [word, count] : counts)
        if (count >= least_synsets) kept.insert(word);
    std::erase_if(kept, [&](const std::string& word) { return counts[word] < 2; }); // alike to nothing
    return {kept.begin(), kept.end()};
}

// How many synsets each two words share.
Sparse shared_synsets(const std::vector<Synset>& synsets, const std::vector<std::string>& vocabulary) {
    std::vector<Eigen::Triplet<float>> entries;
    for (std::size_t at = 0; at < synsets.size(); ++at) {
        for (const auto& word : synsets[at].words) {
            const auto found = std::lower_bound(vocabulary.begin(), vocabulary.end(), word);
            if (found == vocabulary.end() || *found != word) continue;
            entries.emplace_back(static_cast<int>(found - vocabulary.begin()), static_cast<int>(at), 1.0F);
        }
    }
    Sparse words(static_cast<Eigen::Index>(vocabulary.size()), static_cast<Eigen::Index>(synsets.size()));
    words.setFromTriplets(entries.begin(), entries.end());
    Sparse shared = words * Sparse(words.transpose());
    shared.prune([](Eigen::Index row, Eigen::Index column, float) { return row != column; });
    return shared;
}

// Counts become log(p(word, context) / (p(word) p(context)^.75 / Z)), and nothing where that is below 0.
void make_information(Sparse& counts) {
    Eigen::VectorXf of_word = Eigen::VectorXf::Zero(counts.rows());
    Eigen::VectorXf of_context = Eigen::VectorXf::Zero(counts.cols());
    for (Eigen::Index row = 0; row < counts.rows(); ++row) {
        for (Sparse::InnerIterator entry(counts, row); entry; ++entry) {
            of_word[row] += entry.value();
            of_context[entry.col()] += entry.value();
        }
    }
    const Eigen::VectorXf smoothed = of_context.array().max(0).pow(context_smoothing);
    const float all = smoothed.sum();
    for (Eigen::Index row = 0; row < counts.rows(); ++row)
        for (Sparse::InnerIterator entry(counts, row); entry; ++entry)
            entry.valueRef() = std::max(std::log(entry.value() / of_word[row] / (smoothed[entry.col()] / all)), 0.0F);
    counts.prune(0.0F);
}

// An orthonormal basis of the columns: Cholesky's factor of their Gram matrix, twice (Yamamoto et al. 2015), because
// Householder reflections of so long a matrix take minutes.
Dense basis_of(Dense columns) {
    for (int time = 0; time < 2; ++time) {
        const Eigen::MatrixXd gram = (columns.transpose() * columns).cast<double>();
        const Eigen::LLT<Eigen::MatrixXd> factor(gram + 1e-6 * gram.trace() / static_cast<double>(gram.cols()) *
                                                            Eigen::MatrixXd::Identity(gram.rows(), gram.cols()));
        columns = factor.matrixU().solve<Eigen::OnTheRight>(columns.cast<double>()).cast<float>();
    }
    return columns;
}

// The left singular vectors, each times the root of its singular value, the strongest first.
Dense strongest_directions(const Sparse& matrix) {
    std::mt19937 chance(seed);
    Dense probe(matrix.cols(), dimensions + spare_directions);
    for (Eigen::Index at = 0; at < probe.size(); ++at) probe.data()[at] = chance() % 2 == 0 ? 1.0F : -1.0F;
    const Sparse turned = matrix.transpose();
    Dense basis = basis_of(matrix * probe);
    for (int step = 0; step < power_steps; ++step) basis = basis_of(matrix * basis_of(turned * basis));
    const Dense small = (turned * basis).transpose();
    const Eigen::SelfAdjointEigenSolver<Dense> solver(small * small.transpose());
    Dense vectors(matrix.rows(), dimensions);
    const auto last = solver.eigenvalues().size() - 1; // eigenvalues grow
    for (int at = 0; at < dimensions; ++at)
        vectors.col(at) = basis * solver.eigenvectors().col(last - at) *
                          std::pow(std::max(solver.eigenvalues()[last - at], 0.0F), 0.25F);
    return vectors;
}

// The format is told in src/themes/vectors.hpp, which reads it.
void write(const std::string& path, const std::vector<std::string>& vocabulary, const Dense& vectors) {
    std::string bytes = "avow word vectors 1\n" + std::to_string(vocabulary.size()) + ' ' +
                        std::to_string(vectors.cols()) + " WordNet 3.0\n";
    for (const auto& word : vocabulary) bytes += word + '\n';
    for (Eigen::Index row = 0; row < vectors.rows(); ++row) {
        const float length = std::max(vectors.row(row).norm(), 1e-6F);
        // 127 is a component of .5: a vector of length 1 hardly has a larger one.
        for (Eigen::Index column = 0; column < vectors.cols(); ++column)
            bytes += static_cast<char>(
                static_cast<std::int8_t>(std::clamp(std::lround(vectors(row, column) / length * 254), -127L, 127L)));
    }
    avow::tools::write_whole(path, bytes);
}

} // namespace

int main(int count, char** words) {
    if (count != 3) {
        std::cerr << "usage: word_vectors WORDNET_FOLDER OUT\n";
        return 2;
    }
    try {
        const auto synsets = synsets_in(words[1]);
        const auto vocabulary = vocabulary_of(synsets);
        auto matrix = shared_synsets(synsets, vocabulary);
        make_information(matrix);
        write(words[2], vocabulary, strongest_directions(matrix));
    } catch (const std::exception& trouble) {
        std::cerr << trouble.what() << '\n';
        return 1;
    }
}
